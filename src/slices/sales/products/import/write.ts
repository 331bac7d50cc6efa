import { sql } from 'kysely'
import { newId } from '../../../../kernel/ids.ts'
import { dayIn } from '../../../../kernel/time.ts'
import { defineMessages, refusal, stored } from '../../../../kernel/messages.ts'
import type { Stored } from '../../../../kernel/record/record.ts'
import { uniqueKeys } from '../../../../platform/record/uniques.ts'
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
import { withGivenPrice } from '../policy.ts'
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
  another:
    'Made a new variant: nothing in the row tells it from the {variants, plural, one {# variant} other {# variants}} that the product has already. Give it an SKU.',
  nameless: 'Nothing gives the product a name; it is called {name}.',
  tooMany: 'The product has {most, plural, one {# variant} other {# variants}} already, and can have no more.',
})

/** A row: a variant with what it says of its product. */
export interface ProductDraft extends ProfileDraft<Stored<typeof sourceColumns>> {
  sourceId: string | null
  /** Ours, or that of the other system, by which rows of one file are told apart. */
  variantId: string | null
  category: string | null
  variant: Partial<Pick<Variant, 'sku' | 'name' | 'isActive' | 'cost' | 'costCurrency'>>
  price: Price | null
}

type State = Omit<Stored<typeof sourceColumns>, 'id'> & { variants: Variant[] }
/** What is known beside a row: today, which variants the rows before have made, by their ids in the file, and named. */
interface File {
  day: string
  made: Map<string, string>
  named: Set<string>
}
type Resolved = ProductDraft & { categoryId: string | null }

const told = { ...productEvents, changed: productChanged }

const sourcedProducts: SourcedRecord<typeof sourceColumns, State> = {
  record: productRecord,
  columns: sourceColumns,
  derived,
}

/** Makes and changes the products of these rows, each of which is a variant. */
export async function importProducts(batch: Batch, drafts: readonly ProductDraft[]): Promise<RowResult[]> {
  const { source, options } = batch.run
  const file: File = { day: dayIn(batch.now, options.timeZone), made: new Map(), named: new Set() }
  const categories = await importCategories(batch, drafts)
  const resolved = drafts.map(draft => ({ ...draft, categoryId: draft.category && categories.get(draft.category)! }))
  /** Where products that no row has named yet are, by their ids. */
  const nameless = new Map<string, number>()
  const results = await importRecords<Resolved, typeof sourceColumns, State>(batch, resolved, sourcedProducts, {
    events: told,
    keysOf: ({ sourceId, variant }) => uniqueKeys(productRecord, { source, sourceId, variants: [variant] }),
    begin: draft => ({ name: nameOf(draft) }),
    put(state, draft, mode, { id, at, isNew, isOwn, warn }) {
      const { name } = draft.values
      const before = state.variants.length
      const first = isOwn ? 'empty' : options.update
      const reason = put(state, draft, { mode, first }, file)
      const isAnother = !isNew && state.variants.length > before && draft.variant.sku === undefined
      if (isAnother) warn(refusal(words, 'another', { variants: before }))
      if (before === 0 && name === undefined) nameless.set(id, at)
      else if (name !== undefined && nameless.delete(id)) state.name = name
      return reason
    },
  })
  for (const at of nameless.values()) results[at]!.warning = refusal(words, 'nameless', { name: nameOf(drafts[at]!) })
  return results
}

const nameOf = ({ values, variant, sourceId }: ProductDraft) => values.name ?? variant.sku ?? sourceId!

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

/** Which of the variants of its product a row is; past the last where it is none of them. */
function placeOf(
  variants: readonly Variant[],
  { variantId, variant: { sku, name } }: Resolved,
  { made }: File,
): number {
  const find = (is: (variant: Variant) => boolean) => {
    const at = variants.findIndex(is)
    return at < 0 ? undefined : at
  }
  const id = variantId && (made.get(variantId) ?? variantId)
  const known = find(one => one.sku !== null && one.sku === sku) ?? find(one => one.id === id)
  if (known !== undefined || sku !== undefined) return known ?? variants.length
  const named = name ? find(one => one.name === name) : undefined
  const [only, ...others] = variants
  const isOther = variantId !== null && [...made.values()].includes(only?.id ?? '')
  const isOnly = others.length === 0 && !isOther && (!name || !only?.name)
  return named ?? (isOnly ? 0 : variants.length)
}

/** Each row changes its own variant, as `first` has it; of rows of one variant, as of one product, the first counts. */
function put(
  state: State,
  draft: Resolved,
  { mode, first }: Record<'mode' | 'first', UpdateMode>,
  file: File,
): string | void {
  const { values, categoryId, variantId, variant, price } = draft
  const { variants } = state
  const at = placeOf(variants, draft, file)
  if (at === variants.length && at >= mostVariants) return refusal(words, 'tooMany', { most: mostVariants })
  putValues(state, { ...values, categoryId }, mode)
  const isNew = at === variants.length
  const own = { ...(variants[at] ?? { ...noVariant, id: newId() }) }
  const ownMode = isNew ? 'all' : file.named.has(own.id) ? 'empty' : first
  file.named.add(own.id)
  if (variantId && isNew) file.made.set(variantId, own.id)
  putValues(own, variant, ownMode)
  const isPriced = price !== null && own.prices.some(({ currency }) => currency === price.currency)
  if (price && (ownMode === 'all' || !isPriced)) own.prices = withGivenPrice(own.prices, price, file.day)
  state.variants = [...variants.slice(0, at), own, ...variants.slice(at + 1)]
}

export const importedProducts = importedSourced(sourcedProducts, {
  events: told,
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
