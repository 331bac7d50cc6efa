import { defineAbsence, invalidField } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { keysOf, patched } from '../../../kernel/record/record.ts'
import { clip, fold, trimmed } from '../../../kernel/text.ts'
import { noVariant, soleColumns, variantValues, type Price, type Variant } from './record.ts'
import type { VariantInput } from './schema.ts'

const words = defineMessages('products.policy', {
  overlap: 'Two prices in {currency} hold on the same day.',
  emptySpan: 'A price must begin before it ends.',
  sameSku: 'Two variants have the SKU {sku}.',
  sameId: 'Two variants have the same id.',
  both: 'Say this of one of the variants, not beside them.',
  several: 'The product has several variants; say which one you mean.',
})

export const noProduct = defineAbsence('products.no-product', 'product')

const holdsOn = ({ from, to }: Price, day: string) => (from === null || from <= day) && (to === null || day < to)

/** The price of a day in a currency, in minor units; null where there is none. */
export function priceAt(prices: readonly Price[], currency: string, day: string): number | null {
  return prices.find(price => price.currency === currency && holdsOn(price, day))?.amount ?? null
}

/** What became of prices, each with what held before on the day from which it holds. */
export function priceChanges(before: readonly Price[], after: readonly Price[], day: string) {
  const isSame = (one: Price) => (other: Price) => one.currency === other.currency && one.from === other.from
  const fresh = after
    // One that only ends now is not a new one.
    .filter(price => before.find(isSame(price))?.amount !== price.amount)
    .map(price => ({ price, was: priceAt(before, price.currency, price.from ?? day), isGone: false }))
  const isTold = (old: Price) => fresh.some(({ price, was }) => price.currency === old.currency && was === old.amount)
  const gone = before
    .filter(old => !after.some(isSame(old)) && !isTold(old))
    .map(price => ({ price, was: price.amount, isGone: true }))
  return [...fresh, ...gone]
}

/** In the order of currencies and days. */
const ordered = (prices: readonly Price[]) =>
  prices.toSorted(
    (one, other) => one.currency.localeCompare(other.currency) || (one.from ?? '').localeCompare(other.from ?? ''),
  )

/** A currency of which two prices hold on one day; undefined where none does. */
export function overlapping(prices: readonly Price[]): string | undefined {
  const all = ordered(prices)
  return all.find((price, at) => {
    const next = all[at + 1]
    return next?.currency === price.currency && (price.to === null || next.from === null || next.from < price.to)
  })?.currency
}

/** The same prices with another from `price.from` on; what held then ends there, or gives way. */
export function withPrice(prices: readonly Price[], price: Price): Price[] {
  const { currency, from, to } = price
  const others = prices.flatMap((old): Price[] => {
    if (old.currency !== currency) return [old]
    const before = from !== null && (old.from === null || old.from < from)
    const after = to !== null && (old.to === null || to < old.to)
    const isApart =
      (to !== null && old.from !== null && to <= old.from) || (old.to !== null && from !== null && old.to <= from)
    if (isApart) return [old]
    return [...(before ? [{ ...old, to: from }] : []), ...(after ? [{ ...old, from: to }] : [])]
  })
  return ordered([...others, price])
}

/**
 * The same with a price as somebody gives it. One without days says what one costs `today`, which may be so already: where
 * there are prices with days, it holds from today on until the next one that is planned.
 */
export function withGivenPrice(prices: readonly Price[], price: Price, today: string): Price[] {
  const { currency, amount } = price
  if (price.from !== null || price.to !== null) return withPrice(prices, price)
  if (priceAt(prices, currency, today) === amount) return [...prices]
  const dated = prices.filter(old => old.currency === currency && (old.from !== null || old.to !== null))
  const [to = null] = dated.flatMap(({ from }) => (from !== null && from > today ? from : [])).sort()
  return withPrice(prices, { ...price, from: dated.length > 0 ? today : null, to })
}

/** The variants that a product has after `given`, which names all of them; those that are known by id or SKU stay who they are. */
export function variantsOf(before: readonly Variant[], given: readonly VariantInput[]): Variant[] {
  const named = new Set(given.map(({ id }) => id))
  const byId = new Map(before.map(variant => [variant.id, variant]))
  const bySku = new Map(before.filter(({ id }) => !named.has(id)).map(variant => [variant.sku, variant]))
  const variants = given.map(({ id, ...input }) => {
    const known = (id && byId.get(id)) || (input.sku && bySku.get(input.sku))
    const state = known || { ...noVariant, id: newId() }
    return { ...state, ...patched(variantValues, state, input) }
  })
  const seen = new Set<string>()
  variants.forEach(({ id, prices, sku }, at) => {
    if (prices.some(({ from, to }) => from !== null && to !== null && from >= to))
      throw invalidField(`variants.${at}.prices`, say(words, 'emptySpan'))
    const currency = overlapping(prices)
    if (currency !== undefined) throw invalidField(`variants.${at}.prices`, say(words, 'overlap', { currency }))
    if (sku !== null && seen.has(`sku ${sku}`)) throw invalidField(`variants.${at}.sku`, say(words, 'sameSku', { sku }))
    if (seen.has(id)) throw invalidField(`variants.${at}.id`, say(words, 'sameId'))
    seen.add(`sku ${sku}`).add(id)
  })
  return variants
}

/** The variants that a call asks for: all of them, or values of the only one; undefined when it names none. */
export function variantsGiven(
  before: readonly Variant[],
  given: Pick<VariantInput, keyof typeof soleColumns> & { variants?: VariantInput[] },
): Variant[] | undefined {
  const values = keysOf(soleColumns).flatMap(key => (given[key] === undefined ? [] : [[key, given[key]] as const]))
  if (given.variants !== undefined) {
    const [beside] = values
    if (beside) throw invalidField(beside[0], say(words, 'both'))
    return variantsOf(before, given.variants)
  }
  if (before.length > 0 && values.length === 0) return undefined
  if (before.length > 1) throw invalidField('variants', say(words, 'several'))
  return variantsOf(before, [{ id: before[0]?.id, ...Object.fromEntries(values) }])
}

/** What a product is found by. */
export function searchText({ name, variants }: { name: string; variants: readonly Variant[] }): string {
  const texts = [name, ...variants.flatMap(variant => [variant.sku ?? [], variant.name ?? []].flat())]
  return clip(texts.map(fold).join(' '), 4000)
}

/** The names of a path such as `Lamps > Desk`. */
export function namesOfPath(path: string): string[] {
  return path.split(/[>›]/).map(trimmed).filter(Boolean)
}
