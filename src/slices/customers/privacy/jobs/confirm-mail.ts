import { z } from 'zod'
import { id, newId, type WorkspaceId } from '../../../../kernel/ids.ts'
import { signToken } from '../../../../platform/crypto/sign.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { defineJob } from '../../../../platform/jobs/jobs.ts'
import { queueMail, wasMailed } from '../../../../platform/mail/outgoing-mail.ts'
import { systemCtx } from '../../../../platform/system-ctx.ts'
import { findHolders, lockContact } from '../../contacts/public.ts'
import { confirmPurpose, type AskedRequest } from '../confirmation.ts'
import { confirmRequestMail } from '../mails.ts'

export const confirmMailJobName = 'privacy.confirm-mail'
const linkMs = 2 * 24 * 3600_000
const pauseMs = 3600_000

/** Mails whoever asked on the public page, if the address is known; at most once an hour, so that nobody is flooded. */
export const confirmMailJob = defineJob({
  name: confirmMailJobName,
  payload: z.object({
    workspaceId: id,
    email: z.string(),
    kind: z.enum(['access', 'erasure']),
    language: z.string(),
  }),
  async run(app, { email, kind, language, ...payload }) {
    const workspaceId = payload.workspaceId as WorkspaceId
    const ctx = await systemCtx(app, workspaceId)
    const [holder] = await findHolders({ db: app.db, workspaceId }, [{ kind: 'email', normal: email }])
    const contactId = holder?.id
    if (!contactId) return
    const now = app.clock.now()
    await inTransaction(app, async ({ db }) => {
      if ((await lockContact({ db, workspaceId }, contactId))?.erasedAt) return
      const asked: AskedRequest = { w: workspaceId, r: newId(), c: contactId, k: kind, e: email }
      const token = signToken(app.secret, confirmPurpose, asked, new Date(now.getTime() + linkMs))
      const mail = confirmRequestMail(
        ctx.workspace,
        language,
        email,
        kind,
        `${app.config.origin}/privacy/confirm/${token}`,
      )
      const since = new Date(now.getTime() - pauseMs)
      if (!(await wasMailed({ db, workspaceId }, mail, since))) await queueMail({ app, db: db }, workspaceId, mail)
    })
  },
})
