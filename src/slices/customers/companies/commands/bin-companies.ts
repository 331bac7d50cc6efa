import { notFound } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction, type Db } from '../../../../platform/db/database.ts'
import { record } from '../../../../platform/events/record.ts'
import { mayTouch } from '../../../../platform/list/visible.ts'
import { companyEvents } from '../events.ts'
import { binCompanies, lockCompanies, unbinCompanies } from '../store.ts'

const words = defineMessages('companies.bin-companies', {
  noCompany: 'There is no such company, or you may not see it.',
})

/** Moves companies to the bin; their contacts and orders stay. One id that is unknown or not the actor's refuses the whole call. */
export async function deleteCompanies(ctx: Ctx, ids: string[]): Promise<number> {
  return inTransaction(ctx.db, async tx => {
    await requireAll(tx, ctx, ids)
    const rows = await binCompanies(tx, ctx.workspaceId, ids, ctx.now())
    await record(
      tx,
      ctx,
      rows.map(row => companyEvents.deleted(row, { name: row.name })),
    )
    return rows.length
  })
}

export async function restoreCompanies(ctx: Ctx, ids: string[]): Promise<number> {
  return inTransaction(ctx.db, async tx => {
    await requireAll(tx, ctx, ids)
    const rows = await unbinCompanies(tx, ctx.workspaceId, ids)
    await record(
      tx,
      ctx,
      rows.map(row => companyEvents.restored(row, { name: row.name })),
    )
    return rows.length
  })
}

async function requireAll(tx: Db, ctx: Ctx, ids: string[]): Promise<void> {
  const found = await lockCompanies(tx, ctx.workspaceId, ids)
  if (found.length < new Set(ids).size || !found.every(company => mayTouch(ctx, company)))
    throw notFound(say(words, 'noCompany'))
}
