import { sql, type RawBuilder } from 'kysely'
import type { ListQuery } from '../../../kernel/page.ts'
import { line } from '../../../kernel/record/column.ts'
import { columnsFor, only } from '../../../kernel/record/record.ts'
import { fold } from '../../../kernel/text.ts'
import type { Ctx } from '../../../platform/context.ts'
import { workspaceOf } from '../../../platform/db/join.ts'
import { jsonOf, selectOf } from '../../../platform/record/fragments.ts'
import { holdsWords } from '../../../platform/record/list.ts'
import { recordQueries } from '../../../platform/record/record-queries.ts'
import { idsOfFoundCompanies } from '../companies/public.ts'
import { isOwnersVisible, ownersOf, idsOfFound } from '../contacts/public.ts'
import { noOrder, noReturn } from './order.ts'
import { orderRecord, returnRecord, shownReturn } from './record.ts'
import type { Order, OrderRow, Return, ReturnRow } from './schema.ts'

/** Ids of the orders that were written for these contacts. */
export function ordersOf(ctx: Ctx, contactIds: readonly string[]): RawBuilder<string> {
  return sql`select o.id from orders o
    where o.workspace_id = ${ctx.workspaceId} and o.contact_id = any(${contactIds}::uuid[])`
}

/** Whether there are orders of the contact in the column `of`, those in the bin among them. */
export function hasOrders(of: string): RawBuilder<boolean> {
  return sql.raw(`exists (select from orders o where o.workspace_id = ${workspaceOf(of)} and o.contact_id = ${of})`)
}

/** Whose it is, with the names of `ownersOf`. */
const named = {
  ...only(orderRecord.columns, 'contactId', 'companyId'),
  contactName: line([]),
  companyName: line([]),
}

const returned = jsonOf(shownReturn, 'b')
const returnedSelect = selectOf(shownReturn, 'r')

export const orderQueries = recordQueries<OrderRow>(orderRecord, {
  alias: 'o',
  absent: noOrder,
  row: ctx => ownersOf(ctx, 'o'),
  filters: { amount: { type: 'number', sql: sql`o.base_amount`, isSortable: true } },
  isVisible: isOwnersVisible,
  list: (ctx, query) => ({
    where: filtersByValue(query) ? [sql<boolean>`o.fields <> '{}'`] : [],
    defaultSort: '-placedAt',
    search: q => sql<boolean>`(${hasNumber(sql`o.number`, q)} or ${isOfNamed(ctx, 'o', q)})`,
  }),
  whole: () => sql`'returns', (
    select coalesce(json_agg(json_build_object(${returned}) order by b.returned_at desc, b.id desc), '[]')
    from (select ${returnedSelect} from returns r
      where r.workspace_id = o.workspace_id and r.order_id = o.id and r.deleted_at is not distinct from o.deleted_at
      order by r.returned_at desc, r.id desc limit 200) b)`,
  exported: { ...columnsFor(orderRecord.columns, 'exported'), ...named },
})

export const returnQueries = recordQueries<ReturnRow>(returnRecord, {
  alias: 'r',
  absent: noReturn,
  row: ctx => ({
    ...ownersOf(ctx, 'r'),
    orderNumber: sql`(select ord.number from orders ord where ord.workspace_id = r.workspace_id and ord.id = r.order_id)`,
  }),
  filters: { amount: { type: 'number', sql: sql`r.base_amount` } },
  isVisible: isOwnersVisible,
  list: ctx => ({ defaultSort: '-returnedAt', search: q => isOfNamed(ctx, 'r', q) }),
})

/** Deleted ones too, so that one can be shown before it is brought back. */
export async function getReturn(ctx: Ctx, id: string): Promise<Return> {
  return JSON.parse(await returnQueries.read(ctx, id)) as Return
}

export async function getOrder(ctx: Ctx, id: string): Promise<Order> {
  return JSON.parse(await orderQueries.read(ctx, id)) as Order
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
    needle.length < 3 ? startsWith(sql`${named}.sort_name`, needle) : holdsWords(sql`${named}.search_text`, q)
  const table = sql.id(alias)
  return sql<boolean>`(
    ${table}.contact_id = any(array(${idsOfFound(ctx, found(sql`n`), mostNamed)}))
    or ${table}.company_id = any(array(${idsOfFoundCompanies(ctx, found(sql`n`), mostNamed)})))`
}
