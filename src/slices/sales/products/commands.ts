import { isDeepStrictEqual } from 'node:util'
import { AppError, invalidField } from '../../../kernel/errors.ts'
import type { EventOptions, NewEvent } from '../../../kernel/event.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { fold } from '../../../kernel/text.ts'
import type { Ctx } from '../../../platform/context.ts'
import { record } from '../../../platform/events/record.ts'
import { mayTouch } from '../../../platform/list/visible.ts'
import { binCommands, tellByName } from '../../../platform/record/bin.ts'
import { changeCommand, saveRecords } from '../../../platform/record/commands.ts'
import { onlySaved, unlessTaken, type Holder } from '../../../platform/record/saving.ts'
import { fielded } from '../../customers/fields/public.ts'
import { tagged } from '../../customers/tags/public.ts'
import { productEvents } from './events.ts'
import { searchText, variantsGiven } from './policy.ts'
import { productRecord, productWords, type NewProduct, type Price, type StoredProduct, type Variant } from './record.ts'
import type { ProductInput, ProductPatch, RowResult } from './schema.ts'
import {
  binProducts,
  findHolders,
  insertProducts,
  keysOf,
  lockAll,
  lockOne,
  replaceVariants,
  unbinProducts,
  withVariants,
} from './store.ts'

const words = defineMessages('products.commands', {
  takenUnseen: '{value} belongs to a product that you may not see. Nothing was saved.',
  taken: '{value} belongs to {name} already. Nothing was saved; open that product instead.',
})

export const derived = (product: Pick<NewProduct, 'name' | 'variants'>) => ({
  sortName: fold(product.name),
  searchText: searchText(product),
})

/** Makes a product. A SKU or source id that another one has already is a conflict that names it. */
export async function createProduct(ctx: Ctx, input: ProductInput): Promise<string> {
  return onlySaved(await saveProducts(ctx, [input])).id
}

type Item = Partial<ProductInput> & { id?: string; addTagIds?: string[]; removeTagIds?: string[]; version?: number }

/** Makes or changes products, each on its own. */
export function saveProducts(ctx: Ctx, items: Item[]): Promise<RowResult[]> {
  return saveRecords<typeof productRecord.columns, Item, NewProduct, RowResult>(ctx, productRecord, items, {
    lock: (ctx, ids) => lockAll(ctx, ids),
    extras: [tagged, fielded('product')],
    prepare(input, begun) {
      if (!input.name) throw invalidField('name', say(productWords, 'nameless'))
      const variants = variantsGiven([], input)!
      return { ...begun, ...derived({ ...begun, variants }), sourceId: input.sourceId || null, variants }
    },
    change: (ctx, { id, source: _, sourceId: __, ...patch }) => changeProduct(ctx, id, patch),
    refusals: [refuseTaken],
    async insert(ctx, products) {
      await insertProducts(ctx, products, ctx.now())
      const created = products.map(product =>
        productEvents.created(product, { name: product.name, source: product.source }),
      )
      await record(ctx, created)
    },
  })
}

/** A SKU, or a source with its id as in `shopify:1051`, as it is shown to who wanted it. */
const valueOf = (key: string) => key.split('\n').slice(1).join(':')

async function refuseTaken(ctx: Ctx, fresh: NewProduct[]) {
  const holders = await findHolders(ctx, fresh.flatMap(keysOf))
  const taken = new Map<string, Holder>(holders.map(holder => [holder.key, holder]))
  const keys = (one: NewProduct) => keysOf(one).map(key => ({ key, value: valueOf(key) }))
  return unlessTaken<NewProduct>(ctx, taken, keys, takenBy)
}

/** A product that the actor may not see is not named. */
function takenBy(ctx: Ctx, value: string, holder: Holder): AppError {
  if (!mayTouch(ctx, holder)) return new AppError('conflict', say(words, 'takenUnseen', { value }))
  return new AppError('conflict', say(words, 'taken', { value, name: holder.name }), { productId: holder.id })
}

type Patch = ProductPatch & { pictureFileId?: string | null }

export const changeProduct = changeCommand(productRecord, {
  async lock(ctx, id, _: Patch): Promise<StoredProduct> {
    const [product] = await withVariants(ctx, [await lockOne(ctx, id)])
    return product!
  },
  extras: [tagged, fielded('product')],
  async settle({ ctx, before, patch, changes, besides }) {
    if (patch.pictureFileId !== undefined) changes.pictureFileId = patch.pictureFileId
    const after = { ...before, ...changes, variants: variantsGiven(before.variants, patch) ?? before.variants }
    Object.assign(changes, derived(after))
    if (isDeepStrictEqual(before.variants, after.variants)) return
    const holders = await findHolders(ctx, keysOf(after))
    const other = holders.find(({ id }) => id !== before.id)
    if (other) throw takenBy(ctx, valueOf(other.key), other)
    await replaceVariants(ctx, [after])
    besides['variants'] = [before.variants, after.variants]
  },
  tell: (before, changes) => productChanged(before, { changes }),
})

const bare = (variants: Variant[]) => variants.map(({ prices: _, ...variant }) => variant)

/** A change as it is told: that of prices apart from the others. */
export function productChanged(
  product: { id: string },
  { changes }: { changes: Record<string, [unknown, unknown]> },
  options?: EventOptions,
): NewEvent[] {
  const { variants, ...others } = changes
  const [before, after] = (variants ?? [[], []]) as [Variant[], Variant[]]
  const prices = after.flatMap(({ id, sku, name, prices: now }): [string, [Price[], Price[]]][] => {
    const was = before.find(variant => variant.id === id)?.prices ?? []
    return isDeepStrictEqual(was, now) ? [] : [[sku ?? name ?? '', [was, now]]]
  })
  const recorded = isDeepStrictEqual(bare(before), bare(after)) ? others : changes
  return [
    ...(Object.keys(recorded).length > 0 ? [productEvents.changed(product, { changes: recorded }, options)] : []),
    ...(prices.length > 0 ? [productEvents.priced(product, { prices: Object.fromEntries(prices) }, options)] : []),
  ]
}

export const { bin: deleteProducts, restore: restoreProducts } = binCommands(productRecord, {
  lock: lockAll,
  bin: binProducts,
  unbin: unbinProducts,
  tell: tellByName(productEvents),
})
