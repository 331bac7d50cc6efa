import { z } from 'zod'
import { audit } from '../../../platform/audit/audit.ts'
import { authOf } from '../../../platform/auth/auth-of.ts'
import { listMemberships } from '../../../platform/auth/memberships.ts'
import { defineJob } from '../../../platform/jobs/jobs.ts'
import { queueMail, sendNow } from '../../../platform/mail/outgoing-mail.ts'
import { auditorOf } from './audit-sign-in.ts'
import { passwordResetMail } from './mails.ts'

/**
 * Added for every request, so that answering takes the same time whether or not somebody has the e-mail. The link opens
 * the account in all its workspaces, so it travels by the instance's own mail server; by a workspace's only where the
 * person belongs to no other.
 */
export const sendPasswordReset = defineJob({
  name: 'sign-in.send-reset',
  payload: z.object({ email: z.string() }),
  async run(app, { email }, signal) {
    const [membership, ...others] = await listMemberships(app.db, { email })
    if (membership === undefined) return
    if (app.config.mail === null && others.length > 0) {
      app.log.warn(
        'a password reset was not sent: people of several workspaces need a mail server of the instance; set SMTP_URL and MAIL_FROM',
      )
      return
    }
    const reset = await (await authOf(app)).issuePasswordReset(email)
    if (reset === null) return
    const { token, user } = reset
    const link = `${app.config.origin}/reset/${token}`
    const mail = passwordResetMail(user.email, membership.locale, { name: user.name, link })
    if (app.config.mail === null) await queueMail({ app, db: app.db, workspaceId: membership.workspaceId }, mail)
    else await sendNow(app, app.config.mail, mail, signal)
  },
})

/** Notes a wrong password in the audit log of each workspace of the person whose e-mail was used. */
export const noteFailedSignIn = defineJob({
  name: 'sign-in.note-failure',
  payload: z.object({ email: z.string(), address: z.string(), requestId: z.string() }),
  async run(app, { email, address, requestId }) {
    for (const member of await listMemberships(app.db, { email })) {
      await audit(auditorOf(app, member, { ip: address, id: requestId }), {
        action: 'member.sign-in-failed',
        subjectId: member.memberId,
      })
    }
  },
})

/** Takes away what has expired. */
export const sweepSessions = defineJob({
  name: 'sign-in.sweep',
  schedule: '17 * * * *',
  async run(app) {
    const now = app.clock.now()
    await app.db.deleteFrom('sessions').where('expiresAt', '<', now).execute()
    await app.db.deleteFrom('verifications').where('expiresAt', '<', now).execute()
  },
})
