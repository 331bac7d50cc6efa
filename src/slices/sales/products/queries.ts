import { sql } from 'kysely'
import { currencyCode, line, money } from '../../../kernel/record/column.ts'
import { columnsFor, only } from '../../../kernel/record/record.ts'
import { today, type Ctx } from '../../../platform/context.ts'
import { withParts } from '../../../platform/record/parts.ts'
import { recordQueries } from '../../../platform/record/record-queries.ts'
import { salesOf } from '../../customers/orders/public.ts'
import type { Sales } from '../../customers/orders/schema.ts'
import { begins, searchByName } from '../../customers/search/public.ts'
import { productRecord, variantColumns, type Variant } from './record.ts'
import type { ProductRow } from './schema.ts'
import { noProduct, priceAt } from './policy.ts'

/** The names from the top down to the category `k`: `Lamps > Desk`. */
export const categoryPath = sql<string | null>`(
  select string_agg(a.name, ' > ' order by cardinality(a.path)) from product_categories a
  where a.workspace_id = k.workspace_id and a.id = any(k.path))`

/** What stands beside a product: its category `k`, and its SKUs as `own`, its price `today`. */
const besides = (ctx: Ctx) => sql`
  left join product_categories k on k.workspace_id = p.workspace_id and k.id = p.category_id
  left join lateral (
    select coalesce(array_agg(v.sku order by v.position) filter (where v.sku is not null), '{}') as skus,
      coalesce(array_agg(v.sku order by v.position) filter (where v.is_active), '{}') as active_skus
    from product_variants v where v.workspace_id = p.workspace_id and v.product_id = p.id) own on true
  left join lateral (
    select min(pr.amount) filter (where pr.currency = ${ctx.workspace.currency}) as price,
      (array_agg(json_build_object('currency', pr.currency, 'amount', pr.amount)
        order by pr.currency <> ${ctx.workspace.currency}, pr.currency, pr.amount))[1] as shown
    from product_variants v
      cross join lateral jsonb_to_recordset(v.prices) as pr (currency text, amount bigint, "from" date, "to" date)
    where v.workspace_id = p.workspace_id and v.product_id = p.id and v.is_active
      and coalesce(pr."from" <= ${today(ctx)}::date, true) and coalesce(pr."to" > ${today(ctx)}::date, true)) today on true`

const skuFilter = 'filter[sku][in]'
const ofVariant = {
  variantId: variantColumns.id,
  sku: variantColumns.sku,
  variant: variantColumns.name,
  isVariantActive: variantColumns.isActive,
  price: money([], { currencyIn: 'currency' }),
  currency: currencyCode([]),
  ...only(variantColumns, 'cost', 'costCurrency', 'prices'),
}

export const productQueries = recordQueries<ProductRow>(productRecord, {
  alias: 'p',
  joins: besides,
  absent: noProduct,
  row: () => ({
    categoryName: categoryPath,
    skus: sql`own.skus`,
    activeSkus: sql`own.active_skus`,
    price: sql`today.price`,
    shownPrice: sql`today.shown`,
  }),
  filters: {
    /** A category with all below it. */
    categoryId: { type: 'ids', sql: sql`coalesce(k.path, '{}')` },
    sku: { type: 'text', sql: sql`lower(array_to_string(own.skus, ' '))`, isFolded: true },
    /** Counted anew for each product, since it is that of today: a catalogue is small enough to be sorted whole. */
    price: { type: 'number', sql: sql`today.price`, isSortable: true, isNullable: true },
  },
  list(ctx, { [skuFilter]: given }) {
    const hasSku = sql<boolean>`p.id in (
      select v.product_id from product_variants v
      where v.workspace_id = ${ctx.workspaceId} and v.sku = any(${String(given).split(',')}::text[]))`
    return { where: given === undefined ? [] : [hasSku], ownFilters: new Set([skuFilter]) }
  },
  exported: { ...columnsFor(productRecord.columns, 'exported'), categoryName: line([]), ...ofVariant },
  exportedRows: rowsOfVariants,
})

/** One row a variant. */
async function rowsOfVariants(ctx: Ctx, products: ProductRow[]): Promise<object[]> {
  const { currency } = ctx.workspace
  const day = today(ctx)
  const rowOf = ({ id, name, isActive, ...variant }: Variant) => ({
    ...variant,
    variantId: id,
    variant: name,
    isVariantActive: isActive,
    price: priceAt(variant.prices, currency, day),
    currency,
  })
  const all = await withParts(ctx, productRecord, products)
  return all.flatMap(({ variants, ...product }) => variants.map(one => ({ ...product, ...rowOf(one) })))
}

export async function getSales(ctx: Ctx, id: string): Promise<Sales> {
  const skus = sql<string[]>`array(
    select v.sku from product_variants v where v.workspace_id = p.workspace_id and v.product_id = p.id and v.sku is not null)`
  return salesOf(ctx, await productQueries.find(ctx, id, skus))
}

export const productSearch = searchByName(productRecord, {
  byHandle(ctx, needle, limit, isLive) {
    const bySku = needle.numbers.map(prefix => begins(sql`v.sku`, prefix))
    return sql`select c.id, row_number() over (order by v.sku) as rank
      from product_variants v join products c on c.workspace_id = v.workspace_id and c.id = v.product_id
      where v.workspace_id = ${ctx.workspaceId} and ${isLive}
        and ${bySku.length === 0 ? sql`false` : sql`(${sql.join(bySku, sql` or `)})`} order by v.sku limit ${limit}`
  },
  title: sql`c.name`,
  subtitle: [
    sql`(select string_agg(v.sku, ', ' order by v.position) from product_variants v
      where v.workspace_id = c.workspace_id and v.product_id = c.id)`,
    sql`(select ${categoryPath} from product_categories k where k.workspace_id = c.workspace_id and k.id = c.category_id)`,
  ],
})
