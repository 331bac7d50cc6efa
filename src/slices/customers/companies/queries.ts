import { sql } from 'kysely'
import type { ListQuery, Page } from '../../../kernel/page.ts'
import { columnsFor } from '../../../kernel/record/record.ts'
import type { Ctx } from '../../../platform/context.ts'
import { isVisible } from '../../../platform/list/visible.ts'
import { jsonOf, listColumns, selectOf } from '../../../platform/record/fragments.ts'
import { listRecords } from '../../../platform/record/list.ts'
import { factFilters, factsJson, factsSelect, joinFacts } from '../facts/public.ts'
import { fieldColumns } from '../fields/public.ts'
import { noCompany } from './company.ts'
import { companyRecord } from './record.ts'
import type { CompanyRow } from './schema.ts'

const { columns } = companyRecord

const filters = { ...listColumns(columns, 'c'), ...factFilters('company') }

const select = sql`${selectOf(columnsFor(columns, 'listed'), 'c')}, ${factsSelect}`

const from = sql`companies c ${joinFacts('company')}`

export async function listCompanies(ctx: Ctx, query: ListQuery, isBin = false): Promise<Page<CompanyRow>> {
  const custom = await fieldColumns(ctx, 'company', query, sql`c.fields`)
  return listRecords(ctx, query, isBin, { alias: 'c', from, select, columns: filters, custom })
}

const countUpTo = 10_000

const whole = jsonOf(columnsFor(columns, 'listed', 'shown'), 'c')

/** The whole company as JSON text, written by the database in one statement. */
export async function getCompanyJson(ctx: Ctx, id: string): Promise<string> {
  const { rows } = await sql<{ company: string }>`
    select json_build_object(${whole},
      'parent', (
        select json_build_object('id', p.id, 'name', p.name, 'domain', p.domain)
        from companies p where p.workspace_id = c.workspace_id and p.id = c.parent_id and ${isVisible(ctx, 'p')}),
      'children', (
        select coalesce(json_agg(json_build_object('id', k.id, 'name', k.name, 'domain', k.domain) order by k.sort_name, k.id), '[]')
        from (select h.id, h.name, h.domain, h.sort_name from companies h
          where h.workspace_id = c.workspace_id and h.parent_id = c.id and h.deleted_at is null and ${isVisible(ctx, 'h')}
          order by h.sort_name, h.id limit 50) k),
      'contacts', (
        select json_build_object('count', least(count(*), ${countUpTo}::int), 'isCapped', count(*) > ${countUpTo}::int)
        from (select from contacts m where m.workspace_id = c.workspace_id and m.company_id = c.id and m.deleted_at is null and m.merged_into is null
          and ${isVisible(ctx, 'm')} limit ${countUpTo + 1}) counted),
      'facts', ${factsJson}
    )::text as company
    from ${from}
    where c.workspace_id = ${ctx.workspaceId} and c.id = ${id} and ${isVisible(ctx, 'c')}`.execute(ctx.db)
  if (!rows[0]) throw noCompany()
  return rows[0].company
}
