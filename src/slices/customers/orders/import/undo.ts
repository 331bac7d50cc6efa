import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { only, type Stored } from '../../../../kernel/record/record.ts'
import type { Tenant } from '../../../../platform/db/database.ts'
import { removeImportedEvents } from '../../../../platform/events/remove-events.ts'
import { replaceParts } from '../../../../platform/record/parts.ts'
import { lockRecords, removeRecords } from '../../../../platform/record/statements.ts'
import { recount } from '../../facts/public.ts'
import {
  conflict,
  importedRows,
  takeBack,
  withoutGone,
  type Changes,
  type ImportedRecords,
  type Made,
  type UndoStep,
} from '../../imports/public.ts'
import { correctedColumns, orderRecord, returnRecord, type OrderItem } from '../record.ts'
import { rewriteOrders } from '../store.ts'

const edits = ['order.changed', 'order.cancelled', 'order.reopened']

const recounting =
  (table: string) =>
  async (tenant: Tenant, ids: string[], made: readonly Made[]): Promise<void> => {
    await removeRecords(tenant, table, ids)
    await recount(tenant, made)
  }

export const importedOrders: ImportedRecords = {
  ...importedRows({
    record: orderRecord,
    dependsOn: ['contacts', 'companies'],
    fills: ['order_items'],
    called: sql`c.number`,
    edits,
    remove: recounting('orders'),
  }),
  async restore(step, changes) {
    const { importId, now } = step
    const restored = await readRestored(step, changes)
    const ids = restored.map(({ id }) => id)
    await rewriteOrders(step, restored, now)
    const items = ids.flatMap(id => {
      const changed = changes.get(id)!['items']
      return changed ? [{ id, items: changed[0] as OrderItem[] }] : []
    })
    await replaceParts(step, orderRecord, items)
    await removeImportedEvents(step, importId, edits, ids)
    await recount(step, restored)
    return restored.length
  },
}

const restoredColumns = { ...correctedColumns, ...only(orderRecord.columns, 'contactId', 'companyId') }
type Row = Stored<typeof restoredColumns>

/** Orders as they were before. One whose amount somebody has changed since stays whole: its items make its amount. */
async function readRestored(step: UndoStep, changes: ReadonlyMap<string, Changes>): Promise<Row[]> {
  const rows = await lockRecords(step, 'orders', restoredColumns, [...changes.keys()])
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

export const importedReturns = importedRows({
  record: returnRecord,
  dependsOn: ['orders', 'contacts', 'companies'],
  called: sql`c.number`,
  remove: recounting('returns'),
})
