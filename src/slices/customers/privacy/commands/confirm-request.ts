import { defineText, stored } from '../../../../kernel/messages.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { findRow } from '../../../../platform/db/row.ts'
import { getContactKey, lockContact } from '../../contacts/public.ts'
import type { ConfirmedRequest } from '../confirmation.ts'
import { noteRequest } from './note-request.ts'

const byLink = defineText('privacy.confirm-request.byLink', 'Link in a mail to the address')

/**
 * Notes what a customer confirmed by the link in a mail; confirming again changes nothing. Returns until when the answer
 * is due, or null when the person is not there any more.
 */
export async function confirmRequest(ctx: Ctx, asked: ConfirmedRequest): Promise<Date | null> {
  return inTransaction(ctx, async ctx => {
    const { requestId, contactId, kind, email } = asked
    const asker = await lockContact(ctx, contactId)
    if (!asker || asker.erasedAt) return null
    const known = await findRow(ctx, 'privacyRequests', ['dueAt'], requestId)
    if (known) return known.dueAt
    const contact = await getContactKey(ctx, contactId)
    const request = { id: requestId, kind, contactId: contact.id, askedBy: contact.name, email, receivedAt: ctx.now() }
    return noteRequest(ctx, { ...request, identityCheck: stored(byLink) }, 'customer')
  })
}
