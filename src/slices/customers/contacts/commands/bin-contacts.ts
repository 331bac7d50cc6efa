import { notFound } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction, type Db } from '../../../../platform/db/database.ts'
import { record } from '../../../../platform/events/record.ts'
import { mayTouch } from '../../../../platform/list/visible.ts'
import { contactEvents } from '../events.ts'
import { binContacts, unbinContacts } from '../store-bin.ts'
import { lockContacts } from '../store.ts'

const words = defineMessages('contacts.bin-contacts', {
  noContact: 'There is no such contact, or you may not see it.',
})

/** Moves contacts to the bin. One id that is unknown or not the actor's refuses the whole call. */
export async function deleteContacts(ctx: Ctx, ids: string[]): Promise<number> {
  return inTransaction(ctx.db, async tx => {
    const rows = await binContacts(tx, ctx.workspaceId, await lockAll(tx, ctx, ids), ctx.now())
    await record(
      tx,
      ctx,
      rows.map(row => contactEvents.deleted(row, { name: row.name })),
    )
    return rows.length
  })
}

export async function restoreContacts(ctx: Ctx, ids: string[]): Promise<number> {
  return inTransaction(ctx.db, async tx => {
    const rows = await unbinContacts(tx, ctx.workspaceId, await lockAll(tx, ctx, ids))
    await record(
      tx,
      ctx,
      rows.map(row => contactEvents.restored(row, { name: row.name })),
    )
    return rows.length
  })
}

/** The contacts that these ids belong to, locked. */
async function lockAll(tx: Db, ctx: Ctx, given: string[]): Promise<string[]> {
  const ids = [...new Set(given)]
  const found = await lockContacts(tx, ctx.workspaceId, ids)
  const rootIds = [...new Set(found.map(contact => contact.mergedInto ?? contact.id))]
  const merged = rootIds.filter(rootId => !ids.includes(rootId))
  const others = merged.length > 0 ? await lockContacts(tx, ctx.workspaceId, merged) : []
  const roots = [...found, ...others].filter(contact => rootIds.includes(contact.id))
  if (found.length < ids.length || !roots.every(contact => mayTouch(ctx, contact)))
    throw notFound(say(words, 'noContact'))
  return rootIds
}
