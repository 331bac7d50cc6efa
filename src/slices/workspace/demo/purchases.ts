import { convertMinor, currencyDigits } from '../../../kernel/money.ts'
import type { Random } from './random.ts'
import { month } from './plan.ts'
import { products, type Product } from './world/catalogue.ts'
import { euroRates } from './world/countries.ts'

export interface PurchaseModel {
  r: number
  alpha: number
  a: number
  b: number
}

/** BG/NBD fitted to the CDNOW sample (Fader, Hardie and Lee 2005); rates are per week. */
export const consumers: PurchaseModel = { r: 0.242593, alpha: 4.413531, a: 0.792886, b: 2.425753 }
/** Spend per purchase, Gamma-Gamma fitted to the same customers; the mean is p·v / (q − 1) = 35.17. */
export const spending = { p: 6.2488, q: 3.7446, v: 15.4477 }

/**
 * Repeat purchases, by the week, within `weeks` of the first: Poisson while alive, leaving after each with a fixed
 * probability, `dropout`.
 */
export function drawPurchases(random: Random, { r, alpha, a, b }: PurchaseModel, weeks: number) {
  const rate = random.gamma(r, alpha)
  const dropout = random.beta(a, b)
  const repeats: number[] = []
  for (let at = random.exponential(1 / rate); at <= weeks; at += random.exponential(1 / rate)) {
    repeats.push(at)
    if (random.chance(dropout)) return { repeats, isAlive: false, dropout }
  }
  return { repeats, isAlive: true, dropout }
}

/** A customer's own rate of spending: pass it to `drawSpend` for each purchase. */
export function drawSpender(random: Random): number {
  return random.gamma(spending.q, spending.v)
}

export function drawSpend(random: Random, spender: number): number {
  return random.gamma(spending.p, spender)
}

export interface BasketItem {
  product: Product
  quantity: number
  /** Minor units of the order's currency. */
  unitAmount: number
  amount: number
}

export interface Money {
  currency: string
  /** Euros for one unit. */
  rate: number
}

/** Prices in other currencies are round: whole pounds, tens of crowns, hundreds of yen. */
const steps: Record<string, number> = { CZK: 10, UAH: 10, JPY: 100 }

function priceIn({ currency, rate }: Money, cents: number): number {
  if (currency === 'EUR') return cents
  const step = steps[currency] ?? 1
  return Math.max(1, Math.round(cents / 100 / rate / step)) * step * 10 ** currencyDigits(currency)
}

/** What costs about `target` euro cents in one to four lines. */
export function fillBasket(random: Random, money: Money, target: number, mostPieces: number): BasketItem[] {
  const count = 1 + (random.chance(0.45) ? 1 : 0) + (random.chance(0.2) ? 1 : 0) + (random.chance(0.08) ? 1 : 0)
  const items: BasketItem[] = []
  let left = target
  for (let line = 0; line < count; line++) {
    const share = line === count - 1 ? left : left * random.between(0.3, 0.75)
    const product = findProduct(random, share / (mostPieces > 6 ? 1 + random.int(mostPieces) : 1))
    if (items.some(item => item.product === product)) continue
    const quantity = Math.min(mostPieces, Math.max(1, Math.round(share / product.price)))
    const unitAmount = priceIn(money, product.price)
    items.push({ product, quantity, unitAmount, amount: unitAmount * quantity })
    left -= quantity * product.price
    if (left < products[0]!.price) break
  }
  return items
}

function findProduct(random: Random, cents: number): Product {
  const dearest = products.findLastIndex(({ price }) => price <= cents)
  return products[Math.max(0, dearest - random.int(3))]!
}

/** The rate at that time: a slow swing of three per cent around the present one. */
export function moneyAt(currency: string, at: number): Money {
  if (currency === 'EUR') return { currency, rate: 1 }
  const rate = euroRates[currency]! * (1 + 0.03 * Math.sin(Math.floor(at / month) * 1.7 + currency.charCodeAt(0)))
  return { currency, rate: Number(rate.toPrecision(5)) }
}

export function toEuroCents(amount: number, { currency, rate }: Money): number {
  return convertMinor(amount, currency, 'EUR', rate)
}
