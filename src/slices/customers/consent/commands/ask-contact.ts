import { AppError, invalidField, notFound } from '../../../../kernel/errors.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { lockVisible } from '../../contacts/public.ts'
import { handleFor, readHandles } from '../addresses.ts'
import { findPerson } from '../queries/consents-of.ts'
import type { RequestInput } from '../schema.ts'
import { requestConsents, type RequestOutcome } from './request-consents.ts'

const refusals: Record<Exclude<RequestOutcome, 'sent'>, string> = {
  suppressed: 'This address asked for no mail, so it was not asked. Only the person can change that.',
  'too-soon': 'This address was asked already. It can be asked once an hour, and three times a week.',
}

/** A member asks a contact for a double opt-in. */
export async function askContact(
  ctx: Ctx,
  contactId: string,
  { purposeIds, handleId, note }: RequestInput,
): Promise<void> {
  await inTransaction(ctx.db, async tx => {
    const contact = await lockVisible(tx, ctx, contactId)
    const handles = await readHandles(tx, ctx.workspaceId, await findPerson(tx, ctx.workspaceId, contact.id))
    const handle = handleId ? handles.find(({ id }) => id === handleId) : handleFor('email', handles)
    if (handleId && !handle) throw notFound('handle')
    if (handle?.kind !== 'email') throw invalidField('handleId', 'Only an e-mail address can be asked to confirm.')
    const isKey = ctx.actor.kind === 'api-key'
    const outcome = await requestConsents(tx, ctx, {
      contactId: handle.contactId,
      purposes: purposeIds,
      email: handle.normal,
      language: (contact.language ?? ctx.workspace.locale).startsWith('cs') ? 'cs' : 'en',
      saidBy: isKey ? 'api' : 'member',
      how: isKey ? 'api' : 'staff',
      note: note ?? null,
    })
    if (outcome === 'suppressed') throw new AppError('conflict', refusals.suppressed)
    if (outcome === 'too-soon') throw new AppError('too-many-requests', refusals['too-soon'], { retryAfter: 3600 })
  })
}
