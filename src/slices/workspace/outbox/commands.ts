import { AppError } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { audit } from '../../../platform/audit/audit.ts'
import type { Ctx } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { retryMail } from '../../../platform/mail/outgoing-mail.ts'
import { getMail } from './queries.ts'

const words = defineMessages('outbox.commands', {
  sentAlready: 'This mail was sent already or waits to be sent. Nothing was changed.',
})

export async function sendMailAgain(ctx: Ctx, id: string): Promise<void> {
  await getMail(ctx, id)
  await inTransaction(ctx, async ctx => {
    if (!(await retryMail(ctx, id))) throw new AppError('conflict', say(words, 'sentAlready'))
    await audit(ctx, { action: 'mail.sent-again', subjectId: id })
  })
}
