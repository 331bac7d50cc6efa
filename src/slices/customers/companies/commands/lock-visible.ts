import { AppError, notFound } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Db } from '../../../../platform/db/database.ts'
import { mayTouch } from '../../../../platform/list/visible.ts'
import type { Holder } from '../../../../platform/record/saving.ts'
import { lockOwn } from '../../../../platform/record/statements.ts'
import { storedColumns, type StoredCompany } from '../record.ts'

const words = defineMessages('companies.lock-visible', {
  noCompany: 'There is no such company, or you may not see it.',
  takenUnseen: '{value} belongs to a company that you may not see. Nothing was saved.',
  taken: '{value} belongs to {name} already. Nothing was saved; open that company instead.',
})

/** The company, locked, if the actor may see it. */
export async function lockVisibleCompany(tx: Db, ctx: Ctx, id: string): Promise<StoredCompany> {
  const [company] = await lockOwn(tx, ctx, 'companies', storedColumns, [id], say(words, 'noCompany'))
  if (!company || company.deletedAt) throw notFound(say(words, 'noCompany'))
  return company
}

/** Locks companies that the actor may see, all of them. */
export async function lockAll(tx: Db, ctx: Ctx, ids: string[]): Promise<string[]> {
  await lockOwn(tx, ctx, 'companies', storedColumns, ids, say(words, 'noCompany'))
  return ids
}

/** A company that the actor may not see is not named. */
export function takenBy(ctx: Ctx, value: string, holder: Holder): AppError {
  if (!mayTouch(ctx, holder)) return new AppError('conflict', say(words, 'takenUnseen', { value }))
  return new AppError('conflict', say(words, 'taken', { value, name: holder.name }), { companyId: holder.id })
}
