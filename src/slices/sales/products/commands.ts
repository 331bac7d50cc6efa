import { isDeepStrictEqual } from 'node:util'
import type { EventOptions, NewEvent } from '../../../kernel/event.ts'
import { fold } from '../../../kernel/text.ts'
import { recordCommands } from '../../../platform/record/record-commands.ts'
import { productEvents } from './events.ts'
import { noProduct, searchText, variantsGiven } from './policy.ts'
import { productRecord, type NewProduct, type Price, type Variant } from './record.ts'
import type { ProductItem } from './schema.ts'

export const derived = (product: Pick<NewProduct, 'name' | 'variants'>) => ({
  sortName: fold(product.name),
  searchText: searchText(product),
})

/** The picture comes by an endpoint of its own. */
type Item = ProductItem & { pictureFileId?: string | null }

export const productCommands = recordCommands(productRecord, {
  absent: noProduct,
  events: productEvents,
  settle: (_ctx, given: Item, before) => ({
    ...(given.pictureFileId !== undefined && { pictureFileId: given.pictureFileId }),
    variants: variantsGiven(before?.variants ?? [], given) ?? before!.variants,
  }),
  derive: derived,
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
  const pricesBefore = new Map(before.map(({ id, prices }) => [id, prices]))
  const prices = after.flatMap(({ id, sku, name, prices: now }): [string, [Price[], Price[]]][] => {
    const was = pricesBefore.get(id) ?? []
    return isDeepStrictEqual(was, now) ? [] : [[sku ?? name ?? '', [was, now]]]
  })
  const recorded = isDeepStrictEqual(bare(before), bare(after)) ? others : changes
  return [
    ...(Object.keys(recorded).length > 0 ? [productEvents.changed(product, { changes: recorded }, options)] : []),
    ...(prices.length > 0 ? [productEvents.priced(product, { prices: Object.fromEntries(prices) }, options)] : []),
  ]
}
