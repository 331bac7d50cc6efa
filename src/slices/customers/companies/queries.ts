import { sql } from 'kysely'
import { columnsFor } from '../../../kernel/record/record.ts'
import { isVisible } from '../../../platform/list/visible.ts'
import { recordQueries } from '../../../platform/record/record-queries.ts'
import { factFilters, factsJson, factsSelect, joinFacts, listedFacts } from '../facts/public.ts'
import { noCompany } from './company.ts'
import { companyRecord } from './record.ts'
import type { CompanyRow } from './schema.ts'

const countUpTo = 10_000

export const companyQueries = recordQueries<CompanyRow>(companyRecord, {
  alias: 'c',
  joins: joinFacts('company'),
  absent: noCompany,
  listed: factsSelect,
  filters: factFilters('company'),
  exported: { ...columnsFor(companyRecord.columns, 'exported'), ...listedFacts },
  whole: ctx => sql`
    'facts', ${factsJson},
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
        and ${isVisible(ctx, 'm')} limit ${countUpTo + 1}) counted)`,
})
