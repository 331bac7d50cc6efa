import type { ListQuery } from '../../../kernel/page.ts'
import { columnsFor, keysOf } from '../../../kernel/record/record.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Raw } from '../../../platform/http/route.ts'
import { exportColumns, exportList } from '../../../platform/list/export.ts'
import { fieldExportColumns } from '../fields/public.ts'
import { listCompanies } from './queries.ts'
import { companyRecord } from './record.ts'
import type { CompanyRow } from './schema.ts'

const columns = exportColumns<CompanyRow>([
  ...keysOf(columnsFor(companyRecord.columns, 'exported')),
  'orders',
  'netAmount',
  'lastTouchAt',
])

/** The companies of a list in `format`, with every custom field as a column of its own. */
export async function exportCompanies(ctx: Ctx, format: 'csv' | 'jsonl', query: ListQuery): Promise<Raw> {
  const custom = await fieldExportColumns(ctx, 'company')
  return exportList(format, 'companies', [...columns, ...custom], query, page => listCompanies(ctx, page))
}
