import { AppError } from '../../kernel/errors.ts'
import type { Ctx } from '../context.ts'
import { addJob } from '../jobs/add-job.ts'
import { defineWorkspaceJob } from '../jobs/jobs.ts'
import { claimMail, findDue, settleMail, type ClaimedMail } from './mail-store.ts'
import { deliveryName, standardHeaders } from './outgoing-mail.ts'
import { MailError, sendMail } from './send-mail.ts'
import { findMailServer } from './workspace-mail.ts'

/** Ten attempts, the pause growing threefold from ten seconds: over a day for the other side to recover. */
export const maxAttempts = 10
const firstPauseMs = 10_000
/** How long a server in trouble is left alone, whichever mail comes next. */
const restMs = 30_000

/**
 * Sends the mails of a workspace that are due, one after another, so that a slow server takes one worker and no more. A
 * mail that is known to be sent is never sent again; a process killed between the server's yes and our note of it sends
 * again under the same Message-ID.
 */
export const deliverMail = defineWorkspaceJob({
  name: deliveryName,
  async run(ctx, _payload, signal) {
    let isServerInTrouble = false
    while (!isServerInTrouble) {
      signal.throwIfAborted()
      const mail = await claimMail(ctx)
      if (mail === null) break
      if ('busyUntil' in mail) return wakeAt(ctx, mail.busyUntil, 0)
      isServerInTrouble = (await attempt(ctx, mail, signal)) === 'server'
    }
    const due = await findDue(ctx)
    if (due) await wakeAt(ctx, due, isServerInTrouble ? restMs : 0)
  },
})

/** Sends one mail and notes what came of it; says where the trouble lies, if there is any. */
async function attempt(ctx: Ctx, mail: ClaimedMail, signal: AbortSignal) {
  const { messageId, toAddress, subject, text, html, attempts } = mail
  const headers = { ...standardHeaders, ...(mail.headers as Record<string, string>) }
  const settle = settleMail.bind(null, ctx, mail.id)
  try {
    const server = await findMailServer(ctx)
    if (!server) return await settle({ status: 'outbox', error: null, sentAt: null })
    await sendMail(server, { messageId, to: { name: null, address: toAddress }, subject, text, html, headers }, signal)
  } catch (error) {
    if (!(error instanceof MailError || error instanceof AppError)) throw error
    const trouble = error instanceof MailError ? error.trouble : error.code === 'invalid' ? 'this-mail' : 'server'
    const isOver = trouble === 'this-mail' || attempts >= maxAttempts
    const pause = signal.aborted ? 0 : firstPauseMs * 3 ** (attempts - 1)
    const retryAt = new Date(ctx.now().getTime() + pause)
    await settle({ status: isOver ? 'failed' : 'waiting', error: error.message, sentAt: isOver ? null : retryAt })
    return trouble
  }
  await settle({ status: 'sent', error: null, sentAt: ctx.now() })
}

/** One waiting wake-up for each workspace; a later one replaces it. */
function wakeAt(ctx: Ctx, time: Date, leastMs: number): Promise<void> {
  const inMs = Math.max(time.getTime() - ctx.now().getTime(), leastMs, 1000)
  const runAt = new Date(Date.now() + inMs)
  return addJob(ctx, deliveryName, {}, { key: `${deliveryName} ${ctx.workspaceId}`, runAt })
}
