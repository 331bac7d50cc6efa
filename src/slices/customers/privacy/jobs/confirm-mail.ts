import { z } from 'zod'
import { newId } from '../../../../kernel/ids.ts'
import { signToken } from '../../../../platform/crypto/sign.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { defineWorkspaceJob } from '../../../../platform/jobs/jobs.ts'
import { queueMail, wasMailed } from '../../../../platform/mail/outgoing-mail.ts'
import { findHolders, lockContact } from '../../contacts/public.ts'
import { confirmPurpose, type AskedRequest } from '../confirmation.ts'
import { confirmRequestMail } from '../mails.ts'

export const confirmMailJobName = 'privacy.confirm-mail'
const linkMs = 2 * 24 * 3600_000
const pauseMs = 3600_000

/** Mails whoever asked on the public page, if the address is known; at most once an hour, so that nobody is flooded. */
export const confirmMailJob = defineWorkspaceJob({
  name: confirmMailJobName,
  payload: { email: z.string(), kind: z.enum(['access', 'erasure']), language: z.string() },
  async run(ctx, { email, kind, language }) {
    const [holder] = await findHolders(ctx, [{ kind: 'email', normal: email }])
    if (!holder) return
    await inTransaction(ctx, async ctx => {
      if ((await lockContact(ctx, holder.id))?.erasedAt) return
      const now = ctx.now().getTime()
      const asked: AskedRequest = { w: ctx.workspaceId, r: newId(), c: holder.id, k: kind, e: email }
      const token = signToken(ctx.app.secret, confirmPurpose, asked, new Date(now + linkMs))
      const url = `${ctx.app.config.origin}/privacy/confirm/${token}`
      const mail = confirmRequestMail(email, language, { company: ctx.workspace.name, kind, url })
      const isKnown = await wasMailed(ctx, mail, new Date(now - pauseMs))
      if (!isKnown) await queueMail(ctx, mail)
    })
  },
})
