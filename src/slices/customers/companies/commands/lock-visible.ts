import { AppError, notFound } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Db } from '../../../../platform/db/database.ts'
import { mayTouch } from '../../../../platform/list/visible.ts'
import type { StoredCompany } from '../record.ts'
import { lockCompanies, type Holder } from '../store.ts'

const words = defineMessages('companies.lock-visible', {
  noCompany: 'There is no such company, or you may not see it.',
  takenUnseen: '{value} belongs to a company that you may not see. Nothing was saved.',
  taken: '{value} belongs to {name} already. Nothing was saved; open that company instead.',
})

/** The company, locked, if the actor may see it. */
export async function lockVisibleCompany(tx: Db, ctx: Ctx, id: string): Promise<StoredCompany> {
  const [company] = await lockCompanies(tx, ctx.workspaceId, [id])
  if (!company || company.deletedAt || !mayTouch(ctx, company)) throw notFound(say(words, 'noCompany'))
  return company
}

/** A company that the actor may not see is not named. */
export function takenBy(ctx: Ctx, value: string, holder: Pick<Holder, 'id' | 'name' | 'ownerId' | 'teamId'>): AppError {
  if (!mayTouch(ctx, holder)) return new AppError('conflict', say(words, 'takenUnseen', { value }))
  return new AppError('conflict', say(words, 'taken', { value, name: holder.name }), { companyId: holder.id })
}
