import { sql, type RawBuilder } from 'kysely'
import type { ListQuery, Page } from '../../../kernel/page.ts'
import { columnsFor } from '../../../kernel/record/record.ts'
import { fold } from '../../../kernel/text.ts'
import type { Ctx } from '../../../platform/context.ts'
import { workspaceOf } from '../../../platform/db/join.ts'
import { escapeLike, type ListColumn } from '../../../platform/list/filter.ts'
import { jsonOf, listColumns, selectOf } from '../../../platform/record/fragments.ts'
import { partsJson } from '../../../platform/record/parts.ts'
import { listRecords } from '../../../platform/record/list.ts'
import { companyName, idsOfFoundCompanies } from '../companies/public.ts'
import { contactFilter, isOwnersVisible, ownerColumns, rootIdOf, rootNameOf, idsOfFound } from '../contacts/public.ts'
import { fieldColumns } from '../fields/public.ts'
import { noOrder, noReturn } from './order.ts'
import { orderRecord, returnRecord, shownReturn } from './record.ts'
import type { Order, OrderRow, ReturnRow } from './schema.ts'

const orderFilters: Record<string, ListColumn> = {
  ...listColumns(orderRecord.columns, 'o'),
  amount: { type: 'number', sql: sql`o.base_amount`, isSortable: true },
}

const orderSelect = sql`${selectOf(columnsFor(orderRecord.columns, 'listed'), 'o')}, ${ownerColumns('o')}`

/** Ids of the orders that were written for these contacts. */
export function ordersOf(ctx: Ctx, contactIds: readonly string[]): RawBuilder<string> {
  return sql`select o.id from orders o
    where o.workspace_id = ${ctx.workspaceId} and o.contact_id = any(${contactIds}::uuid[])`
}

/** Whether there are orders of the contact in the column `of`, those in the bin among them. */
export function hasOrders(of: string): RawBuilder<boolean> {
  return sql.raw(`exists (select from orders o where o.workspace_id = ${workspaceOf(of)} and o.contact_id = ${of})`)
}

/** Filters that the statement resolves itself: whose an order is goes through merges. */
const ownFilters = new Set(['filter[contactId]'])

export async function listOrders(ctx: Ctx, query: ListQuery, isBin = false): Promise<Page<OrderRow>> {
  return listRecords(ctx, query, isBin, {
    alias: 'o',
    from: sql`orders o`,
    select: orderSelect,
    where: [
      ...(filtersByValue(query) ? [sql<boolean>`o.fields <> '{}'`] : []),
      ...(await contactFilter(ctx, 'o.contact_id', query)),
    ],
    isVisible: isOwnersVisible(ctx, 'o'),
    columns: orderFilters,
    custom: await fieldColumns(ctx, 'order', query, sql`o.fields`),
    defaultSort: '-placedAt',
    search: q => sql<boolean>`(${hasNumber(sql`o.number`, q)} or ${isOfNamed(ctx, 'o', q)})`,
    ownFilters,
  })
}

const returnFilters: Record<string, ListColumn> = {
  ...listColumns(returnRecord.columns, 'r'),
  amount: { type: 'number', sql: sql`r.base_amount` },
}

const returnSelect = sql`${selectOf(columnsFor(returnRecord.columns, 'listed'), 'r')}, ${ownerColumns('r')},
  (select ord.number from orders ord where ord.workspace_id = r.workspace_id and ord.id = r.order_id) as order_number`

export async function listReturns(ctx: Ctx, query: ListQuery): Promise<Page<ReturnRow>> {
  return listRecords(ctx, query, false, {
    alias: 'r',
    from: sql`returns r`,
    select: returnSelect,
    where: await contactFilter(ctx, 'r.contact_id', query),
    isVisible: isOwnersVisible(ctx, 'r'),
    columns: returnFilters,
    defaultSort: '-returnedAt',
    search: q => isOfNamed(ctx, 'r', q),
    ownFilters,
  })
}

/** Deleted ones too, so that one can be shown before it is brought back. */
export async function getReturn(ctx: Ctx, id: string): Promise<ReturnRow> {
  const { rows } = await sql<ReturnRow>`
    select ${returnSelect} from returns r
    where r.workspace_id = ${ctx.workspaceId} and r.id = ${id} and ${isOwnersVisible(ctx, 'r')}`.execute(ctx.db)
  if (!rows[0]) throw noReturn()
  return rows[0]
}

const whole = jsonOf(columnsFor(orderRecord.columns, 'listed', 'shown'), 'o')
const items = sql.join(partsJson(orderRecord, 'o'))
const returned = jsonOf(shownReturn, 'b')
const returnedSelect = selectOf(shownReturn, 'r')

/** The order with its items and returns as JSON text, written by the database in one statement. */
export async function getOrderJson(ctx: Ctx, id: string): Promise<string> {
  const { rows } = await sql<{ order: string }>`
    select json_build_object(
      ${whole},
      'contactId', ${rootIdOf('o.contact_id')}, 'contactName', ${rootNameOf('o.contact_id')}, 'companyId', o.company_id, 'companyName', ${companyName('o.company_id')},
      ${items},
      'returns', (
        select coalesce(json_agg(json_build_object(${returned}) order by b.returned_at desc, b.id desc), '[]')
        from (select ${returnedSelect} from returns r
          where r.workspace_id = o.workspace_id and r.order_id = o.id and r.deleted_at is not distinct from o.deleted_at
          order by r.returned_at desc, r.id desc limit 200) b)
    )::text as "order"
    from orders o
    where o.workspace_id = ${ctx.workspaceId} and o.id = ${id} and ${isOwnersVisible(ctx, 'o')}`.execute(ctx.db)
  if (!rows[0]) throw noOrder()
  return rows[0].order
}

export async function getOrder(ctx: Ctx, id: string): Promise<Order> {
  return JSON.parse(await getOrderJson(ctx, id)) as Order
}

/** Whether a custom field must have a value, which the index of those that have one then serves. */
function filtersByValue(query: ListQuery): boolean {
  return Object.keys(query).some(key => /^filter\[fields\.[\w.-]+\](\[(eq|in|gt|gte|lt|lte|contains)\])?$/.test(key))
}

function hasNumber(column: RawBuilder<unknown>, q: string): RawBuilder<boolean> {
  const prefixes = [...new Set([q, q.toUpperCase(), q.toLowerCase()])]
  const ways = prefixes.map(prefix => startsWith(column, prefix))
  return sql<boolean>`(${sql.join(ways, sql` or `)})`
}

/** A range of the index, which a pattern in a prepared statement would not be. */
function startsWith(column: RawBuilder<unknown>, prefix: string): RawBuilder<boolean> {
  return sql<boolean>`${column} >= ${prefix} and ${column} < ${prefix + '\u{10FFFF}'}`
}

const mostNamed = 500

/** Whether the order or return is of a contact or company that is found by `q`: the first 500 of them. */
function isOfNamed(ctx: Ctx, alias: 'o' | 'r', q: string): RawBuilder<boolean> {
  const needle = fold(q)
  const found = (named: RawBuilder<unknown>) =>
    needle.length < 3
      ? startsWith(sql`${named}.sort_name`, needle)
      : sql`${named}.search_text like ${'%' + escapeLike(needle) + '%'}`
  const table = sql.id(alias)
  return sql<boolean>`(
    ${table}.contact_id = any(array(${idsOfFound(ctx, found(sql`n`), mostNamed)}))
    or ${table}.company_id = any(array(${idsOfFoundCompanies(ctx, found(sql`n`), mostNamed)})))`
}
