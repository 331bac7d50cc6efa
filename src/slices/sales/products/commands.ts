import { isDeepStrictEqual } from 'node:util'
import type { EventOptions, NewEvent } from '../../../kernel/event.ts'
import { defineMessages } from '../../../kernel/messages.ts'
import { fold } from '../../../kernel/text.ts'
import type { Ctx } from '../../../platform/context.ts'
import { record } from '../../../platform/events/record.ts'
import { binCommands, tellByName } from '../../../platform/record/bin.ts'
import { changeCommand, saveRecords } from '../../../platform/record/commands.ts'
import { insertWhole, replaceParts, withParts } from '../../../platform/record/parts.ts'
import { onlySaved } from '../../../platform/record/saving.ts'
import { keepingUnique, takenBy } from '../../../platform/record/uniques.ts'
import { fielded } from '../../customers/fields/public.ts'
import { tagged } from '../../customers/tags/public.ts'
import { productEvents } from './events.ts'
import { searchText, variantsGiven } from './policy.ts'
import { productRecord, type NewProduct, type Price, type StoredProduct, type Variant } from './record.ts'
import type { ProductInput, ProductPatch, RowResult } from './schema.ts'
import { lockAll, lockOne } from './store.ts'

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
      const variants = variantsGiven([], input)!
      return { ...begun, ...derived({ ...begun, variants }), sourceId: input.sourceId || null, variants }
    },
    change: (ctx, { id, source: _, sourceId: __, ...patch }) => changeProduct(ctx, id, patch),
    refusals: [refuseTaken],
    async insert(ctx, products) {
      await insertWhole(ctx, productRecord, products, ctx.now())
      const created = products.map(product =>
        productEvents.created(product, { name: product.name, source: product.source }),
      )
      await record(ctx, created)
    },
  })
}

const { refuseTaken, requireFree } = keepingUnique(productRecord, takenBy(productRecord, words))

type Patch = ProductPatch & { pictureFileId?: string | null }

export const changeProduct = changeCommand(productRecord, {
  async lock(ctx, id, _: Patch): Promise<StoredProduct> {
    const [product] = await withParts(ctx, productRecord, [await lockOne(ctx, id)])
    return product!
  },
  extras: [tagged, fielded('product')],
  async settle({ ctx, before, patch, changes, besides }) {
    if (patch.pictureFileId !== undefined) changes.pictureFileId = patch.pictureFileId
    const after = { ...before, ...changes, variants: variantsGiven(before.variants, patch) ?? before.variants }
    Object.assign(changes, derived(after))
    if (isDeepStrictEqual(before.variants, after.variants)) return
    await requireFree(ctx, after)
    await replaceParts(ctx, productRecord, [after])
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
  tell: tellByName(productEvents),
})
