import { AppError, notFound } from '../../../../kernel/errors.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Db } from '../../../../platform/db/database.ts'
import { mayTouch } from '../../../../platform/list/visible.ts'
import type { StoredContact } from '../record.ts'
import { lockContacts, type HandleHolder } from '../store.ts'

/** The surviving contact, locked, if the actor may see it. */
export async function lockVisible(tx: Db, ctx: Ctx, id: string): Promise<StoredContact> {
  let [contact] = await lockContacts(tx, ctx.workspaceId, [id])
  if (contact?.mergedInto) [contact] = await lockContacts(tx, ctx.workspaceId, [contact.mergedInto])
  if (!contact || contact.deletedAt || !mayTouch(ctx, contact)) throw notFound('contact')
  if (contact.erasedAt)
    throw new AppError('conflict', 'This person was erased and can no longer be changed. Nothing was saved.')
  return contact
}

/** Somebody whom the actor may not see is not named. */
export function takenBy(ctx: Ctx, value: string, holder: HandleHolder): AppError {
  if (!mayTouch(ctx, holder))
    return new AppError('conflict', `${value} belongs to a contact that you may not see. Nothing was saved.`)
  return new AppError(
    'conflict',
    `${value} belongs to ${holder.contactName} already. Nothing was saved; open that contact instead.`,
    { contactId: holder.contactId },
  )
}
