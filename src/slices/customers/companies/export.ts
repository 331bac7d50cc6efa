import type { ListQuery } from '../../../kernel/page.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Raw } from '../../../platform/http/route.ts'
import { exportList, type ExportColumn } from '../../../platform/list/export.ts'
import { listFields } from '../fields/public.ts'
import { listCompanies } from './queries.ts'
import type { CompanyRow } from './schema.ts'

const keys = [
  'id',
  'name',
  'domain',
  'industry',
  'employees',
  'phone',
  'website',
  'city',
  'country',
  'parentId',
  'ownerId',
  'teamId',
  'tagIds',
  'source',
  'orders',
  'netAmount',
  'lastTouchAt',
  'createdAt',
  'updatedAt',
] as const

/** The companies of a list in `format`, with every custom field as a column of its own. */
export async function exportCompanies(ctx: Ctx, format: 'csv' | 'jsonl', query: ListQuery): Promise<Raw> {
  const fields = await listFields(ctx.db, ctx.workspaceId, 'company')
  const columns: ExportColumn<CompanyRow>[] = [
    ...keys.map(key => ({ key, label: key, value: (row: CompanyRow) => row[key] })),
    ...fields.map(field => ({
      key: `fields.${field.key}`,
      label: field.label,
      value: (row: CompanyRow) => row.fields[field.key],
    })),
  ]
  return exportList(format, 'companies', columns, query, page => listCompanies(ctx, page))
}
