import type { ListQuery } from '../../../kernel/page.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Raw } from '../../../platform/http/route.ts'
import { exportList, type ExportColumn } from '../../../platform/list/export.ts'
import { listFields } from '../fields/public.ts'
import { listOrders } from './queries.ts'
import type { OrderRow } from './schema.ts'

const keys = [
  'id',
  'number',
  'contactId',
  'contactName',
  'companyId',
  'companyName',
  'placedAt',
  'currency',
  'amount',
  'baseAmount',
  'exchangeRate',
  'quantity',
  'status',
  'source',
  'sourceId',
  'createdAt',
  'updatedAt',
] as const

/** The orders of a list in `format`, with every custom field as a column of its own. */
export async function exportOrders(ctx: Ctx, format: 'csv' | 'jsonl', query: ListQuery): Promise<Raw> {
  const fields = await listFields(ctx.db, ctx.workspaceId, 'order')
  const columns: ExportColumn<OrderRow>[] = [
    ...keys.map(key => ({ key, label: key, value: (row: OrderRow) => row[key] })),
    ...fields.map(field => ({
      key: `fields.${field.key}`,
      label: field.label,
      value: (row: OrderRow) => row.fields[field.key],
    })),
  ]
  return exportList(format, 'orders', columns, query, page => listOrders(ctx, page))
}
