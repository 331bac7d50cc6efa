import { AppError } from '../../../../kernel/errors.ts'
import { within, type Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { getContactKey } from '../../contacts/public.ts'
import type { ConfirmedRequest } from '../confirmation.ts'
import { dueAfter } from '../request.ts'
import { addStepRow, insertRequest } from '../store.ts'

/**
 * Notes what a customer confirmed by the link in a mail; confirming again changes nothing. Returns until when the answer
 * is due, or null when the person is not there any more.
 */
export async function confirmRequest(ctx: Ctx, asked: ConfirmedRequest): Promise<Date | null> {
  return inTransaction(ctx.db, async tx => {
    const { requestId, contactId, kind, email } = asked
    await tx
      .selectFrom('contacts')
      .select('id')
      .where('workspaceId', '=', ctx.workspaceId)
      .where('id', '=', contactId)
      .forUpdate()
      .execute()
    const known = await tx
      .selectFrom('privacyRequests')
      .select('dueAt')
      .where('workspaceId', '=', ctx.workspaceId)
      .where('id', '=', requestId)
      .executeTakeFirst()
    if (known) return known.dueAt
    const contact = await findContact(within(ctx, tx), contactId)
    if (!contact) return null
    const now = ctx.now()
    const dueAt = dueAfter(now, ctx.workspace.timeZone)
    const identityCheck = 'Link in a mail to the address'
    const request = {
      id: requestId,
      kind,
      status: 'identified' as const,
      contactId: contact.id,
      askedBy: contact.name,
      email,
    }
    await insertRequest(
      tx,
      ctx.workspaceId,
      { ...request, identityCheck, assigneeId: null, note: null, receivedAt: now, dueAt },
      now,
    )
    await addStepRow(tx, ctx, requestId, 'received', { by: 'customer' })
    await addStepRow(tx, ctx, requestId, 'identified', { text: identityCheck })
    return dueAt
  })
}

async function findContact(ctx: Ctx, contactId: string) {
  try {
    return await getContactKey(ctx, contactId)
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null
    throw error
  }
}
