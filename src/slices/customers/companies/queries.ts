import { sql } from 'kysely'
import { notFound } from '../../../kernel/errors.ts'
import type { ListQuery, Page } from '../../../kernel/page.ts'
import { fold } from '../../../kernel/text.ts'
import type { Ctx } from '../../../platform/context.ts'
import { escapeLike, type ListColumn } from '../../../platform/list/filter.ts'
import { listPage, type ListSpec } from '../../../platform/list/list.ts'
import { isVisible } from '../../../platform/list/visible.ts'
import { fieldColumns, listFields, usesFields } from '../fields/public.ts'
import { searchNeedle } from './company.ts'
import type { CompanyRow } from './schema.ts'

const columns: Record<string, ListColumn> = {
  name: { type: 'text', sql: sql`c.sort_name`, isSortable: true, isFolded: true },
  domain: { type: 'text', sql: sql`c.domain` },
  industry: { type: 'text', sql: sql`c.industry` },
  employees: { type: 'number', sql: sql`c.employees` },
  phone: { type: 'text', sql: sql`c.phone` },
  city: { type: 'text', sql: sql`c.city` },
  country: { type: 'choice', sql: sql`c.country` },
  parentId: { type: 'id', sql: sql`c.parent_id` },
  ownerId: { type: 'id', sql: sql`c.owner_id` },
  teamId: { type: 'id', sql: sql`c.team_id` },
  tagIds: { type: 'ids', sql: sql`c.tag_ids` },
  source: { type: 'text', sql: sql`c.source` },
  importId: { type: 'id', sql: sql`c.import_id` },
  orders: { type: 'number', sql: sql`f.orders` },
  netAmount: { type: 'number', sql: sql`f.net_amount`, isSortable: true, id: sql`f.company_id` },
  lastTouchAt: { type: 'time', sql: sql`f.last_touch_at`, isSortable: true, isNullable: true, id: sql`f.company_id` },
  createdAt: { type: 'time', sql: sql`c.created_at`, isSortable: true },
  deletedAt: { type: 'time', sql: sql`c.deleted_at`, isSortable: true },
}

const select = sql`c.id, c.name, c.domain, c.industry, c.employees, c.phone, c.website, c.city, c.country, c.parent_id, c.owner_id, c.team_id, c.tag_ids,
  c.fields, c.source, f.orders, f.net_amount, f.last_touch_at, c.created_at, c.updated_at, c.deleted_at`

const from = sql`companies c join company_facts f on f.workspace_id = c.workspace_id and f.company_id = c.id`

export async function listCompanies(ctx: Ctx, query: ListQuery, isBin = false): Promise<Page<CompanyRow>> {
  const custom = usesFields(query)
    ? fieldColumns(await listFields(ctx.db, ctx.workspaceId, 'company'), sql`c.fields`)
    : {}
  const spec: ListSpec = {
    from,
    select,
    where: [
      sql<boolean>`c.workspace_id = ${ctx.workspaceId}`,
      isBin ? sql<boolean>`c.deleted_at is not null` : sql<boolean>`c.deleted_at is null`,
      isVisible(ctx, 'c'),
    ],
    id: sql`c.id`,
    columns: { ...columns, ...custom },
    defaultSort: isBin ? '-deletedAt' : 'name',
    search: q => {
      const needle = searchNeedle(q)
      return needle.length < 3
        ? sql<boolean>`c.sort_name like ${escapeLike(fold(q)) + '%'}`
        : sql<boolean>`c.search_text like ${'%' + escapeLike(needle) + '%'}`
    },
  }
  return listPage(ctx.db, spec, query)
}

const countUpTo = 10_000

/** The whole company as JSON text, written by the database in one statement. */
export async function getCompanyJson(ctx: Ctx, id: string): Promise<string> {
  const { rows } = await sql<{ company: string }>`
    select json_build_object(
      'id', c.id, 'name', c.name, 'domain', c.domain, 'industry', c.industry, 'employees', c.employees, 'phone', c.phone, 'website', c.website,
      'street', c.street, 'city', c.city, 'region', c.region, 'postalCode', c.postal_code, 'country', c.country, 'parentId', c.parent_id,
      'ownerId', c.owner_id, 'teamId', c.team_id, 'tagIds', c.tag_ids, 'fields', c.fields, 'source', c.source, 'sourceId', c.source_id,
      'version', c.version, 'isDemo', c.is_demo, 'createdAt', c.created_at, 'updatedAt', c.updated_at, 'deletedAt', c.deleted_at,
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
      'facts', json_build_object('orders', f.orders, 'orderAmount', f.order_amount, 'returns', f.returns, 'returnAmount', f.return_amount,
        'netAmount', f.net_amount, 'touchpoints', f.touchpoints, 'firstTouchAt', f.first_touch_at, 'lastTouchAt', f.last_touch_at,
        'firstOrderAt', f.first_order_at, 'lastOrderAt', f.last_order_at)
    )::text as company
    from companies c join company_facts f on f.workspace_id = c.workspace_id and f.company_id = c.id
    where c.workspace_id = ${ctx.workspaceId} and c.id = ${id} and ${isVisible(ctx, 'c')}`.execute(ctx.db)
  const row = rows[0]
  if (!row) throw notFound('company')
  return row.company
}

/** Checks that the actor may see the company. */
export async function getCompanyKey(ctx: Ctx, id: string): Promise<{ id: string; name: string }> {
  const { rows } = await sql<{ id: string; name: string }>`
    select c.id, c.name from companies c where c.workspace_id = ${ctx.workspaceId} and c.id = ${id} and ${isVisible(ctx, 'c')}`.execute(
    ctx.db,
  )
  const row = rows[0]
  if (!row) throw notFound('company')
  return row
}
