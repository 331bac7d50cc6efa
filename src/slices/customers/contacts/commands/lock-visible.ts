import { AppError } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { mayTouch } from '../../../../platform/list/visible.ts'
import { takenBy as refusalOf } from '../../../../platform/record/uniques.ts'
import { noContact } from '../contact.ts'
import { getContactKey, type ContactKey } from '../queries.ts'
import { contactRecord, type StoredContact } from '../record.ts'
import { lockContacts } from '../store.ts'
import { lockWithRoots } from '../tree.ts'

const words = defineMessages('contacts.lock-visible', {
  erased: 'This person was erased and can no longer be changed. Nothing was saved.',
})

/** The surviving contact, locked, if the actor may see it. */
export async function lockVisible(ctx: Ctx, id: string): Promise<StoredContact> {
  let [contact] = await lockContacts(ctx, [id])
  if (contact?.mergedInto) [contact] = await lockContacts(ctx, [contact.mergedInto])
  if (!contact || contact.deletedAt || !mayTouch(ctx, contact)) throw noContact()
  if (contact.erasedAt) throw new AppError('conflict', say(words, 'erased'))
  return contact
}

/** As `getContactKey`, of a person who is locked: whoever is being merged with them is among the ids, and nobody later. */
export async function lockContactKey(ctx: Ctx, id: string): Promise<ContactKey> {
  await lockWithRoots(ctx, [id])
  return getContactKey(ctx, id)
}

/** The contacts that these ids belong to now, locked; one that is unknown or not the actor's refuses the whole call. */
export async function lockAll(ctx: Ctx, given: string[]): Promise<string[]> {
  const ids = [...new Set(given)]
  const locked = await lockWithRoots(ctx, ids)
  const roots = new Set(ids.map(id => locked.get(id)?.mergedInto ?? id))
  if (![...ids, ...roots].every(id => locked.has(id))) throw noContact()
  if (![...roots].every(id => mayTouch(ctx, locked.get(id)!))) throw noContact()
  return [...roots]
}

export const takenBy = refusalOf(contactRecord)
