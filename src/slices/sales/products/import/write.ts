import { sql } from 'kysely'
import { newId } from '../../../../kernel/ids.ts'
import { defineMessages, refusal, stored } from '../../../../kernel/messages.ts'
import type { Stored } from '../../../../kernel/record/record.ts'
import { keyOf, sourceKey } from '../../../../platform/record/uniques.ts'
import {
  addMade,
  count,
  importedRows,
  importedSourced,
  importRecords,
  putValues,
  rememberMade,
  type Batch,
  type ProfileDraft,
  type RowResult,
  type SourcedRecord,
  type UpdateMode,
} from '../../../customers/imports/public.ts'
import { ensureCategories, isUsed } from '../categories.ts'
import { derived, productChanged } from '../commands.ts'
import { productEvents } from '../events.ts'
import { withPrice } from '../policy.ts'
import {
  categoryRecord,
  mostVariants,
  noVariant,
  productRecord,
  sourceColumns,
  type Price,
  type Variant,
} from '../record.ts'

const words = defineMessages('products.write', {
  tooMany: 'The product has {most, plural, one {# variant} other {# variants}} already, and can have no more.',
})

/** A row: a variant with what it says of its product. */
export interface ProductDraft extends ProfileDraft<Stored<typeof sourceColumns>> {
  sourceId: string | null
  category: string | null
  variant: Partial<Pick<Variant, 'sku' | 'name' | 'isActive' | 'cost' | 'costCurrency'>>
  price: Price | null
}

type State = Omit<Stored<typeof sourceColumns>, 'id'> & { variants: Variant[] }
type Resolved = ProductDraft & { categoryId: string | null }

const sourcedProducts: SourcedRecord<typeof sourceColumns, State> = {
  record: productRecord,
  columns: sourceColumns,
  derived,
}

/** Makes and changes the products of these rows, each of which is a variant. */
export async function importProducts(batch: Batch, drafts: readonly ProductDraft[]): Promise<RowResult[]> {
  const { source } = batch.run
  const categories = await importCategories(batch, drafts)
  const resolved = drafts.map(draft => ({ ...draft, categoryId: draft.category && categories.get(draft.category)! }))
  return importRecords<Resolved, typeof sourceColumns, State>(batch, resolved, sourcedProducts, {
    events: { ...productEvents, changed: productChanged },
    keysOf: ({ sourceId, variant: { sku } }) => [
      ...(sourceId ? [sourceKey(source, sourceId)] : []),
      ...(sku ? [keyOf('sku', sku)] : []),
    ],
    begin: ({ values, variant, sourceId }) => ({ name: values.name ?? variant.sku ?? sourceId! }),
    put,
  })
}

/** The categories that rows name, by their paths. */
async function importCategories(batch: Batch, drafts: readonly ProductDraft[]): Promise<Map<string, string>> {
  const { run, dry } = batch
  const { name, table } = categoryRecord
  const paths = [...new Set(drafts.flatMap(({ category }) => category ?? []))]
  const { ids, made } = await ensureCategories(batch, paths, { importId: run.importId, isDry: dry !== null })
  const known = new Map<string, string>()
  const keys = made.map(({ key }) => key)
  await addMade(batch, name, keys, known)
  const fresh = made.filter(({ key }) => !known.has(key))
  if (dry) await rememberMade(batch, name, fresh, [])
  count(batch, table, fresh.length, 0)
  return ids
}

function put(state: State, { values, categoryId, variant, price }: Resolved, mode: UpdateMode): string | void {
  const { variants } = state
  const known = variants.findIndex(({ sku }) => sku !== null && sku === variant.sku)
  const isOnly = variant.sku === undefined && variants.length === 1
  const at = isOnly ? 0 : known < 0 ? variants.length : known
  if (at === variants.length && at >= mostVariants) return refusal(words, 'tooMany', { most: mostVariants })
  putValues(state, { ...values, categoryId }, mode)
  const own = { ...(variants[at] ?? { ...noVariant, id: newId() }) }
  putValues(own, variant, at < variants.length ? mode : 'all')
  const isPriced = price !== null && own.prices.some(({ currency }) => currency === price.currency)
  if (price && (mode === 'all' || !isPriced)) own.prices = withPrice(own.prices, price)
  state.variants = [...variants.slice(0, at), own, ...variants.slice(at + 1)]
}

export const importedProducts = importedSourced(sourcedProducts, {
  dependsOn: ['product_categories'],
  fills: ['product_variants'],
  edits: ['product.priced'],
})

/** Categories that a file named stay as long as anything is in them. */
export const importedCategories = importedRows({
  record: categoryRecord,
  dependsOn: [],
  reason: ({ importId }) => {
    const isHolding = sql`exists (
        select from products p join product_categories b on b.workspace_id = p.workspace_id and b.id = p.category_id
        where p.workspace_id = c.workspace_id and b.path @> array[c.id])
      or exists (
        select from product_categories b
        where b.workspace_id = c.workspace_id and b.path @> array[c.id] and b.import_id is distinct from ${importId})`
    return sql`case when ${isHolding} then ${stored(isUsed)}::text end`
  },
})
