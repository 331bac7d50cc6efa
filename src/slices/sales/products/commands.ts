import { isDeepStrictEqual } from 'node:util'
import type { EventOptions, NewEvent } from '../../../kernel/event.ts'
import type { Differences } from '../../../platform/record/changes.ts'
import { sortNameOf } from '../../../platform/record/given-name.ts'
import { recordCommands } from '../../../platform/record/record-commands.ts'
import { productEvents } from './events.ts'
import { noProduct, searchText, variantsGiven } from './policy.ts'
import { productRecord, type NewProduct, type Price, type Variant } from './record.ts'
import type { ProductItem } from './schema.ts'

export const derived = (product: Pick<NewProduct, 'name' | 'variants'>) => ({
  sortName: sortNameOf(product.name),
  searchText: searchText(product),
})

/** The picture comes by an endpoint of its own. */
type Item = ProductItem & { pictureFileId?: string | null }

export const productCommands = recordCommands(productRecord, {
  absent: noProduct,
  events: productEvents,
  settle({ workspace: { currency } }, given: Item, before) {
    const costed = (variant: Variant) =>
      variant.cost === null ? variant : { ...variant, costCurrency: variant.costCurrency ?? currency }
    return {
      ...(given.pictureFileId !== undefined && { pictureFileId: given.pictureFileId }),
      variants: variantsGiven(before?.variants ?? [], given)?.map(costed) ?? before!.variants,
    }
  },
  derive: derived,
  tell: (before, changes) => productChanged(before, { changes }),
})

type Bare = Omit<Variant, 'prices'>
const bare = ({ prices: _, ...variant }: Variant): Bare => variant

/** Those of `variants` that `others` do not hold as they are. */
function differing(variants: readonly Bare[], others: readonly Bare[]): Bare[] {
  const byId = new Map(others.map(other => [other.id, other]))
  return variants.filter(variant => !isDeepStrictEqual(variant, byId.get(variant.id)))
}

/** A change as it is told: that of prices apart from the others, and of variants those that differ. */
export function productChanged(
  product: { id: string },
  { changes: { variants, ...others } }: { changes: Differences },
  options?: EventOptions,
): NewEvent[] {
  const [before, after] = (variants ?? [[], []]) as [Variant[], Variant[]]
  const [was, is] = [before.map(bare), after.map(bare)]
  const partChanges: Differences = { variants: [differing(was, is), differing(is, was)] }
  const changes = isDeepStrictEqual(was, is) ? others : { ...others, ...partChanges }
  const pricesBefore = new Map(before.map(({ id, prices }) => [id, prices]))
  const priced = after.filter(({ id, prices }) => !isDeepStrictEqual(pricesBefore.get(id) ?? [], prices))
  const data = {
    prices: Object.fromEntries(
      priced.map(({ id, prices }): [string, [Price[], Price[]]] => [id, [pricesBefore.get(id) ?? [], prices]]),
    ),
    names: Object.fromEntries(priced.map(({ id, sku, name }) => [id, sku ?? name])),
  }
  return [
    ...(Object.keys(changes).length > 0 ? [productEvents.changed(product, { changes }, options)] : []),
    ...(priced.length > 0 ? [productEvents.priced(product, data, options)] : []),
  ]
}
