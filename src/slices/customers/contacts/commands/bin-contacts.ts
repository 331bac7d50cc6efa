import { notFound } from '../../../../kernel/errors.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { record } from '../../../../platform/events/record.ts'
import { mayTouch } from '../../../../platform/list/visible.ts'
import { binContacts, lockContacts, unbinContacts } from '../store.ts'
import { eventOf } from './lock-visible.ts'

/** Moves contacts to the bin. One id that is unknown or not the actor's refuses the whole call. */
export async function deleteContacts(ctx: Ctx, ids: string[]): Promise<number> {
  return inTransaction(ctx.db, async tx => {
    await requireAll(ctx, await lockContacts(tx, ctx.workspaceId, ids), ids)
    const rows = await binContacts(tx, ctx.workspaceId, ids, ctx.now())
    await record(
      tx,
      ctx,
      rows.map(row => eventOf(row, 'contact.deleted', { name: row.name })),
    )
    return rows.length
  })
}

export async function restoreContacts(ctx: Ctx, ids: string[]): Promise<number> {
  return inTransaction(ctx.db, async tx => {
    await requireAll(ctx, await lockContacts(tx, ctx.workspaceId, ids), ids)
    const rows = await unbinContacts(tx, ctx.workspaceId, ids)
    await record(
      tx,
      ctx,
      rows.map(row => eventOf(row, 'contact.restored', { name: row.name })),
    )
    return rows.length
  })
}

async function requireAll(
  ctx: Ctx,
  found: { id: string; ownerId: string | null; teamId: string | null }[],
  ids: string[],
): Promise<void> {
  if (found.length < new Set(ids).size || !found.every(contact => mayTouch(ctx, contact))) throw notFound('contact')
}
