import { sql, type RawBuilder } from 'kysely'
import { fromMinor } from '../../../kernel/money.ts'
import type { ListQuery, Page } from '../../../kernel/page.ts'
import { columnsFor, keysOf } from '../../../kernel/record/record.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { ListColumn } from '../../../platform/list/filter.ts'
import { isVisible } from '../../../platform/list/visible.ts'
import { jsonOf, listColumns, selectOf } from '../../../platform/record/fragments.ts'
import { partsJson, withParts } from '../../../platform/record/parts.ts'
import { listRecords } from '../../../platform/record/list.ts'
import { fieldColumns, recordExport } from '../../customers/fields/public.ts'
import { salesOf, type Sales } from '../../customers/orders/public.ts'
import { begins, searchByName } from '../../customers/search/public.ts'
import { priceAt } from './policy.ts'
import { productRecord, type Variant } from './record.ts'
import type { ProductRow } from './schema.ts'
import { noProduct } from './store.ts'

const { columns } = productRecord

/** The names from the top down to the category `k`: `Lamps > Desk`. */
export const categoryPath = sql<string | null>`(
  select string_agg(a.name, ' > ' order by cardinality(a.path)) from product_categories a
  where a.workspace_id = k.workspace_id and a.id = any(k.path))`

/** The day in the workspace's time zone. */
export const today = ({ workspace, now }: Pick<Ctx, 'workspace' | 'now'>) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: workspace.timeZone }).format(now())

const listed = selectOf(columnsFor(columns, 'listed'), 'p')

/** What stands beside a product: its category `k`, and its SKUs and its price of today as `own`. */
const besides = (ctx: Ctx) => sql`
  left join product_categories k on k.workspace_id = p.workspace_id and k.id = p.category_id
  left join lateral (
    select coalesce(array_agg(v.sku order by v.position) filter (where v.sku is not null), '{}') as skus, min(pr.amount) as price
    from product_variants v
      left join lateral jsonb_to_recordset(v.prices) as pr (currency text, amount bigint, "from" date, "to" date)
        on v.is_active and pr.currency = ${ctx.workspace.currency}
          and coalesce(pr."from" <= ${today(ctx)}::date, true) and coalesce(pr."to" > ${today(ctx)}::date, true)
    where v.workspace_id = p.workspace_id and v.product_id = p.id) own on true`

const filters: Record<string, ListColumn> = {
  ...listColumns(columns, 'p'),
  /** A category with all below it. */
  categoryId: { type: 'ids', sql: sql`coalesce(k.path, '{}')` },
  sku: { type: 'text', sql: sql`lower(array_to_string(own.skus, ' '))`, isFolded: true },
  /** Counted anew for each product, since it is that of today: a catalogue is small enough to be sorted whole. */
  price: { type: 'number', sql: sql`own.price`, isSortable: true, isNullable: true },
}

const skuFilter = 'filter[sku][in]'
const ownFilters = new Set([skuFilter])

export async function listProducts(ctx: Ctx, query: ListQuery, isBin = false): Promise<Page<ProductRow>> {
  const custom = await fieldColumns(ctx, 'product', query, sql`p.fields`)
  const skus = query[skuFilter] === undefined ? undefined : String(query[skuFilter]).split(',')
  const hasSku = sql<boolean>`p.id in (
    select v.product_id from product_variants v where v.workspace_id = ${ctx.workspaceId} and v.sku = any(${skus}::text[]))`
  return listRecords(ctx, query, isBin, {
    alias: 'p',
    from: sql`products p ${besides(ctx)}`,
    select: sql`${listed}, ${categoryPath} as category_name, own.skus, own.price`,
    where: skus ? [hasSku] : [],
    columns: filters,
    custom,
    ownFilters,
  })
}

const whole = jsonOf(columnsFor(columns, 'listed', 'shown'), 'p')
const parts = sql.join(partsJson(productRecord, 'p'))

/** The whole product as JSON text, written by the database in one statement. */
export async function getProductJson(ctx: Ctx, id: string): Promise<string> {
  const { rows } = await sql<{ product: string }>`
    select json_build_object(${whole}, 'categoryName', ${categoryPath}, 'skus', own.skus, 'price', own.price, ${parts})::text as product
    from products p ${besides(ctx)}
    where p.workspace_id = ${ctx.workspaceId} and p.id = ${id} and ${isVisible(ctx, 'p')}`.execute(ctx.db)
  if (!rows[0]) throw noProduct()
  return rows[0].product
}

/** A column of a product that the actor may see. */
async function find<T>(ctx: Ctx, id: string, column: RawBuilder<T>): Promise<T> {
  const { rows } = await sql<{ value: T }>`
    select ${column} as value from products p
    where p.workspace_id = ${ctx.workspaceId} and p.id = ${id} and ${isVisible(ctx, 'p')}`.execute(ctx.db)
  if (!rows[0]) throw noProduct()
  return rows[0].value
}

export const findPicture = (ctx: Ctx, id: string) => find(ctx, id, sql<string | null>`p.picture_file_id`)

export async function getSales(ctx: Ctx, id: string): Promise<Sales> {
  const skus = sql<string[]>`array(
    select v.sku from product_variants v where v.workspace_id = p.workspace_id and v.product_id = p.id and v.sku is not null)`
  return salesOf(ctx, await find(ctx, id, skus))
}

type VariantRow = ProductRow &
  Pick<Variant, 'sku' | 'costCurrency' | 'prices'> & { variant: string | null } & {
    price: number | null
    currency: string
    cost: number | null
  }

/** One row a variant, as a file says it: money with its decimals. */
async function listVariants(ctx: Ctx, query: ListQuery): Promise<Page<VariantRow>> {
  const { currency } = ctx.workspace
  const day = today(ctx)
  const money = (amount: number | null, of: string | null) =>
    amount === null ? null : fromMinor(amount, of ?? currency)
  const page = await listProducts(ctx, query)
  const products = await withParts(ctx, productRecord, page.items)
  const rowOf = ({ sku, name, cost, costCurrency, prices }: Variant) => ({
    sku,
    variant: name,
    price: money(priceAt(prices, currency, day), currency),
    currency,
    cost: money(cost, costCurrency),
    costCurrency,
    prices,
  })
  const items = products.flatMap(({ variants, ...product }) => variants.map(one => ({ ...product, ...rowOf(one) })))
  return { ...page, items }
}

const ofVariant = ['categoryName', 'sku', 'variant', 'price', 'currency', 'cost', 'costCurrency', 'prices'] as const
const exported = [...keysOf(columnsFor(columns, 'exported')), ...ofVariant]
export const exportProducts = recordExport<VariantRow>(productRecord, exported, listVariants)

export const productSearch = searchByName({
  needs: 'products:read',
  table: 'products',
  byHandle(ctx, needle, limit, isLive) {
    const bySku = needle.numbers.map(prefix => begins(sql`v.sku`, prefix))
    return sql`select c.id, row_number() over (order by v.sku) as rank
      from product_variants v join products c on c.workspace_id = v.workspace_id and c.id = v.product_id
      where v.workspace_id = ${ctx.workspaceId} and ${isLive} and ${isVisible(ctx, 'c')}
        and ${bySku.length === 0 ? sql`false` : sql`(${sql.join(bySku, sql` or `)})`} order by v.sku limit ${limit}`
  },
  title: sql`c.name`,
  subtitle: [
    sql`(select string_agg(v.sku, ', ' order by v.position) from product_variants v
      where v.workspace_id = c.workspace_id and v.product_id = c.id)`,
    sql`(select ${categoryPath} from product_categories k where k.workspace_id = c.workspace_id and k.id = c.category_id)`,
  ],
})
