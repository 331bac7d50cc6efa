import { AppError, notFound } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Db } from '../../../../platform/db/database.ts'
import { mayTouch } from '../../../../platform/list/visible.ts'
import type { StoredContact } from '../record.ts'
import { lockContacts, type HandleHolder } from '../store.ts'

const words = defineMessages('contacts.lock-visible', {
  noContact: 'There is no such contact, or you may not see it.',
  erased: 'This person was erased and can no longer be changed. Nothing was saved.',
  takenUnseen: '{value} belongs to a contact that you may not see. Nothing was saved.',
  taken: '{value} belongs to {contactName} already. Nothing was saved; open that contact instead.',
})

/** The surviving contact, locked, if the actor may see it. */
export async function lockVisible(tx: Db, ctx: Ctx, id: string): Promise<StoredContact> {
  let [contact] = await lockContacts(tx, ctx.workspaceId, [id])
  if (contact?.mergedInto) [contact] = await lockContacts(tx, ctx.workspaceId, [contact.mergedInto])
  if (!contact || contact.deletedAt || !mayTouch(ctx, contact)) throw notFound(say(words, 'noContact'))
  if (contact.erasedAt) throw new AppError('conflict', say(words, 'erased'))
  return contact
}

/** Somebody whom the actor may not see is not named. */
export function takenBy(ctx: Ctx, value: string, holder: HandleHolder): AppError {
  if (!mayTouch(ctx, holder)) return new AppError('conflict', say(words, 'takenUnseen', { value }))
  return new AppError('conflict', say(words, 'taken', { value, contactName: holder.contactName }), {
    contactId: holder.contactId,
  })
}
