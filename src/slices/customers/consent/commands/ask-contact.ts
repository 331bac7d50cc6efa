import { AppError, invalidField } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { languageOf } from '../../../../platform/languages.ts'
import { lockVisible, readHandles } from '../../contacts/public.ts'
import { chooseHandle } from '../addresses.ts'
import { findPerson } from '../queries/consents-of.ts'
import type { RequestInput } from '../schema.ts'
import { requestConsents } from './request-consents.ts'

const words = defineMessages('consent.ask-contact', {
  suppressed: 'This address asked for no mail, so it was not asked. Only the person can change that.',
  tooSoon: 'This address was asked already. It can be asked once an hour, and three times a week.',
  onlyEmail: 'Only an e-mail address can be asked to confirm.',
})

/** A member asks a contact for a double opt-in. */
export async function askContact(
  ctx: Ctx,
  contactId: string,
  { purposeIds, handleId, note }: RequestInput,
): Promise<void> {
  await inTransaction(ctx.db, async tx => {
    const contact = await lockVisible(tx, ctx, contactId)
    const handles = await readHandles(tx, ctx.workspaceId, await findPerson(tx, ctx.workspaceId, contact.id))
    const handle = chooseHandle('email', handles, handleId)
    if (handle?.kind !== 'email') throw invalidField('handleId', say(words, 'onlyEmail'))
    const isKey = ctx.actor.kind === 'api-key'
    const outcome = await requestConsents(tx, ctx, {
      contactId: handle.contactId,
      purposes: purposeIds,
      email: handle.normal,
      language: languageOf(contact.language, ctx.workspace.locale),
      saidBy: isKey ? 'api' : 'member',
      how: isKey ? 'api' : 'staff',
      note: note ?? null,
    })
    if (outcome === 'suppressed') throw new AppError('conflict', say(words, 'suppressed'))
    if (outcome === 'too-soon') throw new AppError('too-many-requests', say(words, 'tooSoon'), { retryAfter: 3600 })
  })
}
