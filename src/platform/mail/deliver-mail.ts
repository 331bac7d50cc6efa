import { z } from 'zod'
import { id, type WorkspaceId } from '../../kernel/ids.ts'
import type { App } from '../context.ts'
import { defineJob } from '../jobs/jobs.ts'
import { deliveryName, maxAttempts } from './outgoing-mail.ts'
import { isPassing, sendMail } from './send-mail.ts'
import { findMailServer } from './workspace-mail.ts'

/** Says to autoresponders that nobody waits for their answer (RFC 3834). */
const headers = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }

/**
 * Sends one kept mail. A mail that is known to be sent is never sent again; a process killed between the server's yes
 * and our note of it sends again under the same Message-ID.
 */
export const deliverMail = defineJob({
  name: deliveryName,
  payload: z.object({ workspaceId: id, mailId: id }),
  async run(app, { workspaceId, mailId }, signal) {
    const mail = await claim(app, workspaceId as WorkspaceId, mailId)
    if (!mail) return
    const update = (values: { status?: string; error: string | null; sentAt?: Date }) =>
      app.db
        .updateTable('outgoingMail')
        .set(values)
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', mailId)
        .execute()
    try {
      const server = await findMailServer(app, workspaceId as WorkspaceId)
      if (!server) {
        await update({ status: 'outbox', error: null })
        return
      }
      const { messageId, toAddress, subject, text, html } = mail
      await sendMail(
        server,
        { messageId, to: { name: null, address: toAddress }, subject, text, html, headers },
        signal,
      )
    } catch (error) {
      const isLast = !isPassing(error) || mail.attempts >= maxAttempts
      await update({ error: (error as Error).message, ...(isLast ? { status: 'failed' } : {}) })
      if (isLast) return
      throw new Error(`The mail ${mailId} was not taken at attempt ${mail.attempts}; its row says why.`, {
        cause: error,
      })
    }
    await update({ status: 'sent', error: null, sentAt: app.clock.now() })
  },
})

/** Counts the attempt. Of two that read the same count one gets the mail. */
async function claim(app: App, workspaceId: WorkspaceId, mailId: string) {
  const mail = await app.db
    .selectFrom('outgoingMail')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', mailId)
    .where('status', '=', 'waiting')
    .executeTakeFirst()
  if (!mail) return null
  const attempts = mail.attempts + 1
  const { numUpdatedRows } = await app.db
    .updateTable('outgoingMail')
    .set({ attempts })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', mailId)
    .where('status', '=', 'waiting')
    .where('attempts', '=', mail.attempts)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? { ...mail, attempts } : null
}
