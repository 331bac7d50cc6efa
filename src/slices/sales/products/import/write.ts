import { sql } from 'kysely'
import { newId } from '../../../../kernel/ids.ts'
import { stored } from '../../../../kernel/messages.ts'
import { emptyOf, keysOf, without, type Stored } from '../../../../kernel/record/record.ts'
import { keepImported, lockRecords, removeRecords, rewriteRecords } from '../../../../platform/record/statements.ts'
import {
  conflict,
  importedRecords,
  importRecords,
  putExtras,
  putValues,
  resolveTags,
  type Batch,
  type ImportedRecords,
  type Made,
  type ProfileDraft,
  type RowResult,
  type UndoStep,
  type UpdateMode,
} from '../../../customers/imports/public.ts'
import { ensureCategories, isUsed } from '../categories.ts'
import { derived, productChanged } from '../commands.ts'
import { productEvents } from '../events.ts'
import { withPrice } from '../policy.ts'
import { productRecord, sourceColumns, variantColumns, type Price, type Variant } from '../record.ts'
import * as store from '../store.ts'

/** A row: a variant with what it says of its product. */
export interface ProductDraft extends Omit<ProfileDraft, 'values'> {
  sourceId: string | null
  values: { name?: string; description?: string; unit?: string; taxClass?: string; isActive?: boolean }
  category: string | null
  variant: Partial<Pick<Variant, 'sku' | 'name' | 'cost' | 'costCurrency'>>
  price: Price | null
}

type State = Omit<Stored<typeof sourceColumns>, 'id'> & { variants: Variant[] }
type Resolved = ProductDraft & { tagIds: string[]; categoryId: string | null }

/** Makes and changes the products of these rows, each of which is a variant. */
export async function importProducts(batch: Batch, drafts: readonly ProductDraft[]): Promise<RowResult[]> {
  const { tx, run, dry, now } = batch
  const { workspaceId, importId } = run
  const tagIdsOf = await resolveTags(batch, drafts)
  const paths = [...new Set(drafts.flatMap(({ category }) => category ?? []))]
  const { ids: categories } = await ensureCategories(tx, workspaceId, paths, { importId, isDry: dry !== null })
  const resolved = drafts.map(draft => ({
    ...draft,
    tagIds: tagIdsOf(draft),
    categoryId: draft.category && categories.get(draft.category)!,
  }))
  return importRecords<Resolved, typeof sourceColumns, State>(batch, resolved, {
    record: productRecord,
    columns: sourceColumns,
    events: { ...productEvents, changed: productChanged },
    keysOf: ({ sourceId, variant }, source) => [
      ...(sourceId ? [store.sourceKey(source, sourceId)] : []),
      ...(variant.sku ? [store.skuKey(variant.sku)] : []),
    ],
    async findHolders(_, keys) {
      const holders = await store.findHolders(tx, workspaceId, keys)
      return new Map(holders.map(({ key, id }) => [key, id]))
    },
    async completed(_, known) {
      const complete = await store.withVariants(tx, workspaceId, known)
      return complete.map(({ variants, ...one }) => ({ ...one, state: one.state && { ...one.state, variants } }))
    },
    start: ({ ownerId, sourceId, values, variant }) => ({
      ...emptyOf(without(sourceColumns, 'id', 'name')),
      name: values.name ?? variant.sku ?? sourceId!,
      ownerId: ownerId ?? run.options.ownerId,
      source: run.source,
      sourceId,
      variants: [],
    }),
    put,
    async insert(_, products) {
      const rows = products.map(one => ({ ...one, ...derived(one), teamId: null }))
      await store.insertProducts(tx, workspaceId, rows, now)
    },
    rewrite: (_, products) => rewriteProducts({ tx, workspaceId, now }, products),
  })
}

function put(
  state: State,
  { values, ownerId, categoryId, tagIds, fields, variant, price }: Resolved,
  mode: UpdateMode,
) {
  putValues(state, { ...values, ownerId, categoryId }, mode)
  putExtras(state, tagIds, fields, mode)
  const known = state.variants.find(({ sku }) => sku !== null && sku === variant.sku)
  const only = variant.sku === undefined && state.variants.length === 1 ? state.variants[0] : undefined
  const own = known ?? only ?? { ...emptyOf(without(variantColumns, 'id')), id: newId() }
  if (own !== known && own !== only) state.variants.push(own)
  putValues(own, variant, mode)
  const isPriced = price !== null && own.prices.some(({ currency }) => currency === price.currency)
  if (price && (mode === 'all' || !isPriced)) own.prices = withPrice(own.prices, price)
}

const rewrittenColumns = {
  ...sourceColumns,
  sortName: productRecord.columns.sortName,
  searchText: productRecord.columns.searchText,
}

async function rewriteProducts(
  { tx, workspaceId, now }: Pick<UndoStep, 'tx' | 'workspaceId' | 'now'>,
  products: readonly (State & { id: string })[],
): Promise<void> {
  const rows = products.map(one => ({ ...one, ...derived(one) }))
  await rewriteRecords(tx, workspaceId, productRecord, rewrittenColumns, rows, { now })
  await store.replaceVariants(tx, workspaceId, products)
}

/** Sets products to what `change` makes of them. A SKU or source id that another has by now is not given back. */
async function rewrite(step: UndoStep, ids: readonly string[], change: (product: State & Made) => State & Made) {
  const { tx, workspaceId } = step
  const rows = await lockRecords(tx, workspaceId, 'products', sourceColumns, ids)
  const products = (await store.withVariants(tx, workspaceId, rows)).map(one => change({ ...one, reason: null }))
  const holders = await store.findHolders(tx, workspaceId, products.flatMap(store.keysOf))
  const isTaken = (key: string, id: string) => holders.some(holder => holder.key === key && holder.id !== id)
  for (const product of products) {
    const { id, name, source, sourceId } = product
    if (source && sourceId && isTaken(store.sourceKey(source, sourceId), id)) product.sourceId = null
    for (const one of product.variants) {
      if (one.sku === null || !isTaken(store.skuKey(one.sku), id)) continue
      one.sku = null
      conflict(step, 'product', id, name, 'sku')
    }
  }
  await rewriteProducts(step, products)
  return products.length
}

export const importedProducts = importedRecords<State & Made>({
  record: productRecord,
  dependsOn: ['product_categories'],
  fills: ['product_variants'],
  given: keysOf(without(sourceColumns, 'id', 'name', 'isActive', 'tagIds', 'fields', 'source')),
  edits: ['product.priced'],
  remove: (tx, workspaceId, ids) => removeRecords(tx, workspaceId, 'products', ids),
  rewrite,
})

/** Categories that a file named stay as long as anything is in them. */
export const importedCategories: ImportedRecords = {
  dependsOn: [],
  async findMade({ tx, workspaceId, importId }, limit) {
    const { rows } = await sql<Made>`
      select k.id, k.name, case when exists (
          select from products p join product_categories b on b.workspace_id = p.workspace_id and b.id = p.category_id
          where p.workspace_id = k.workspace_id and b.path @> array[k.id])
        or exists (
          select from product_categories b
          where b.workspace_id = k.workspace_id and b.path @> array[k.id] and b.import_id is distinct from ${importId})
        then ${stored(isUsed)}::text end as reason
      from product_categories k
      where k.workspace_id = ${workspaceId} and k.import_id = ${importId} order by k.id limit ${limit}`.execute(tx)
    return rows
  },
  remove: ({ tx, workspaceId }, made) =>
    removeRecords(
      tx,
      workspaceId,
      'product_categories',
      made.map(({ id }) => id),
    ),
  keep: ({ tx, workspaceId }, ids) => keepImported(tx, workspaceId, 'product_categories', ids),
}
