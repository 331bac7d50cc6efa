import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { only, type Stored } from '../../../../kernel/record/record.ts'
import { removeEvents, removeImportedEvents } from '../../../../platform/events/remove-events.ts'
import { replaceParts } from '../../../../platform/record/parts.ts'
import { keepImported, lockRecords, removeRecords } from '../../../../platform/record/statements.ts'
import { recount } from '../../facts/public.ts'
import {
  conflict,
  editedSince,
  keptFor,
  takeBack,
  withoutGone,
  type Changes,
  type ImportedRecords,
  type Made,
  type UndoStep,
} from '../../imports/public.ts'
import { correctedColumns, itemParts, orderRecord, type OrderItem } from '../record.ts'
import { rewriteOrders } from '../store.ts'

const edits = ['order.changed', 'order.cancelled', 'order.reopened']

export const importedOrders: ImportedRecords = {
  dependsOn: ['contacts', 'companies'],
  fills: ['order_items'],
  async findMade(step, limit) {
    const { rows } = await sql<Made>`
      select o.id, o.number as name, o.contact_id, o.company_id, coalesce(${keptFor(step, 'orders', 'o')}, ${editedSince(step, sql`o.id`, edits)}) as reason
      from orders o where o.workspace_id = ${step.workspaceId} and o.import_id = ${step.importId}
      order by o.id limit ${limit}`.execute(step.tx)
    return rows
  },
  async remove({ tx, workspaceId }, orders) {
    const ids = orders.map(({ id }) => id)
    await removeEvents(tx, workspaceId, 'subject', ids)
    await removeRecords(tx, workspaceId, 'orders', ids)
    await recount(tx, workspaceId, orders)
  },
  keep: ({ tx, workspaceId }, ids) => keepImported(tx, workspaceId, 'orders', ids),
  async restore(step, changes) {
    const { tx, workspaceId, importId, now } = step
    const restored = await readRestored(step, changes)
    const ids = restored.map(({ id }) => id)
    await rewriteOrders(tx, workspaceId, restored, now)
    const items = ids.flatMap(id => {
      const changed = changes.get(id)!['items']
      return changed ? [{ id, parts: changed[0] as OrderItem[] }] : []
    })
    await replaceParts(tx, workspaceId, itemParts, items)
    await removeImportedEvents(tx, workspaceId, importId, edits, ids)
    await recount(tx, workspaceId, restored)
    return restored.length
  },
}

const restoredColumns = { ...correctedColumns, ...only(orderRecord.columns, 'contactId', 'companyId') }
type Row = Stored<typeof restoredColumns>

/** Orders as they were before. One whose amount somebody has changed since stays whole: its items make its amount. */
async function readRestored(step: UndoStep, changes: ReadonlyMap<string, Changes>): Promise<Row[]> {
  const rows = await lockRecords(step.tx, step.workspaceId, 'orders', restoredColumns, [...changes.keys()])
  const possible = await withoutGone(step, restoredColumns, changes)
  return rows.flatMap(row => {
    const { items: _, ...own } = possible.get(row.id)!
    const named = { id: row.id, name: row.number }
    if (own['amount'] === undefined || isDeepStrictEqual(row.amount, own['amount'][1]))
      return [takeBack(step, 'order', named, row, own)]
    conflict(step, 'order', row.id, row.number, 'amount')
    return []
  })
}

export const importedReturns: ImportedRecords = {
  dependsOn: ['orders', 'contacts', 'companies'],
  async findMade({ tx, workspaceId, importId }, limit) {
    const { rows } = await sql<Made>`
      select r.id, r.number as name, null as reason, r.contact_id, r.company_id from returns r
      where r.workspace_id = ${workspaceId} and r.import_id = ${importId} order by r.id limit ${limit}`.execute(tx)
    return rows
  },
  async remove({ tx, workspaceId }, returns) {
    const ids = returns.map(({ id }) => id)
    await removeEvents(tx, workspaceId, 'subject', ids)
    await removeRecords(tx, workspaceId, 'returns', ids)
    await recount(tx, workspaceId, returns)
  },
}
