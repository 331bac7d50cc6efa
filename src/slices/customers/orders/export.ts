import type { ListQuery } from '../../../kernel/page.ts'
import { columnsFor, keysOf } from '../../../kernel/record/record.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Raw } from '../../../platform/http/route.ts'
import { exportColumns, exportList } from '../../../platform/list/export.ts'
import { fieldExportColumns } from '../fields/public.ts'
import { listOrders } from './queries.ts'
import { orderRecord } from './record.ts'
import type { OrderRow } from './schema.ts'

const columns = exportColumns<OrderRow>([
  ...keysOf(columnsFor(orderRecord.columns, 'exported')),
  'contactId',
  'contactName',
  'companyId',
  'companyName',
])

/** The orders of a list in `format`, with every custom field as a column of its own. */
export async function exportOrders(ctx: Ctx, format: 'csv' | 'jsonl', query: ListQuery): Promise<Raw> {
  const custom = await fieldExportColumns(ctx, 'order')
  return exportList(format, 'orders', [...columns, ...custom], query, page => listOrders(ctx, page))
}
