import { sql } from 'kysely'
import { only } from '../../../../kernel/record/record.ts'
import { deleteRows } from '../../../../platform/db/row.ts'
import { recount } from '../../facts/public.ts'
import { importedRows, restoring, type ImportedRecords, type ImportedRows } from '../../imports/public.ts'
import { correctedColumns, orderRecord, returnRecord, type StoredOrder } from '../record.ts'

const edits = ['order.changed', 'order.cancelled', 'order.reopened']

const recounting: (table: 'orders' | 'returns') => ImportedRows['remove'] = table => async (step, ids, made) => {
  await deleteRows(step, table, ids)
  await recount(step, made)
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
  restore: restoring({
    record: orderRecord,
    columns: { ...correctedColumns, ...only(orderRecord.columns, 'contactId', 'companyId') },
    edits,
    nameOf: ({ number }: StoredOrder) => number,
    // Its items make its amount.
    decisive: 'amount',
    afterwards: recount,
  }),
}

export const importedReturns = importedRows({
  record: returnRecord,
  dependsOn: ['orders', 'contacts', 'companies'],
  called: sql`c.number`,
  remove: recounting('returns'),
})
