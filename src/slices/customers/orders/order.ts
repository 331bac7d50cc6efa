import { AppError, defineAbsence, invalidField, unsaved } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { convertMinor } from '../../../kernel/money.ts'
import { mostMoney, mostWhole } from '../../../kernel/record/column.ts'
import type { OrderItem, OrderStatus } from './record.ts'
import type { OrderInput, OrderItemInput } from './schema.ts'

const words = defineMessages('orders.orders-order', {
  lineAmount: 'Give the amount of the line or of one unit.',
  amountOrItems: 'Give the amount of the order, or its items.',
  tooLarge: 'An order takes no amount above {most}.',
  manyPieces: 'An order takes no more than {most} pieces.',
  negativeSum: 'The items sum to less than nothing. Record what came back as a return.',
  otherSum:
    'The items sum to {sum}, not {given} (minor units). Correct one of them; discounts, shipping and tax are items too.',
  largeAmount: 'The amount at this rate is too large to keep in {baseCurrency}.',
  numberNeeded: 'Give the number by which people know it.',
  noRate:
    'There is no exchange rate from {currency} to {baseCurrency}. Send exchangeRate, or add the rate in Settings, Workspace.',
  hasReturnsCancel: 'Something came back of this order, so it cannot be cancelled. Delete its returns first.',
  hasReturns: 'The order has returns.',
})

export const noOrder = defineAbsence('orders.no-order', 'order')
export const noReturn = defineAbsence('orders.no-return', 'return')

/** Lines with both amounts; a line that names neither is refused. */
export function toItems(given: OrderItemInput[]): OrderItem[] {
  return given.map((item, index) => {
    const amount = item.amount ?? (item.unitAmount === undefined ? undefined : item.unitAmount * item.quantity)
    if (amount === undefined) throw invalidField(`items.${index}.amount`, say(words, 'lineAmount'))
    requireKept(`items.${index}.amount`, amount)
    return {
      sku: item.sku || null,
      name: item.name,
      quantity: item.quantity,
      unitAmount: item.unitAmount ?? Math.round(amount / item.quantity),
      amount,
    }
  })
}

function requireKept(path: string, amount: number): void {
  if (Math.abs(amount) > mostMoney) throw invalidField(path, say(words, 'tooLarge', { most: mostMoney }))
}

function requireCounted(path: string, pieces: number): void {
  if (Math.abs(pieces) > mostWhole) throw invalidField(path, say(words, 'manyPieces', { most: mostWhole }))
}

/** Refuses what is more than an order or a return may be, whoever tells of it. */
export function requireBounded(of: { amount: number; quantity: number | null; items?: readonly OrderItem[] }): void {
  const { amount, quantity, items = [] } = of
  for (const [index, item] of items.entries()) {
    requireKept(`items.${index}.amount`, item.amount)
    requireCounted(`items.${index}.quantity`, item.quantity)
  }
  requireKept('amount', amount)
  requireCounted('quantity', quantity ?? 0)
}

/** The order's amount: that given, which the items must sum to, else their sum. `missingAt` is where it is missed. */
export function amountOf(given: number | undefined, items: OrderItem[], missingAt = 'amount'): number {
  if (items.length === 0) {
    if (given === undefined) throw invalidField(missingAt, say(words, 'amountOrItems'))
    return given
  }
  const sum = items.reduce((total, item) => total + item.amount, 0)
  requireKept('items', sum)
  if (sum < 0) throw invalidField('items', say(words, 'negativeSum'))
  if (given !== undefined && given !== sum) {
    throw invalidField('amount', say(words, 'otherSum', { sum, given }))
  }
  return sum
}

export function piecesOf(given: number | null | undefined, items: OrderItem[]): number | null {
  if (given !== undefined) return given
  if (items.length === 0) return null
  const pieces = items.reduce((total, item) => total + item.quantity, 0)
  requireCounted('items', pieces)
  return pieces
}

export interface Valued {
  currency: string
  exchangeRate: number
  baseAmount: number
}

/** An amount in the workspace's currency: at rate 1 in that currency itself, else at the rate given, else at the workspace's. */
export function toValued(
  amount: number,
  given: Pick<OrderInput, 'currency' | 'exchangeRate'>,
  baseCurrency: string,
  rates: ReadonlyMap<string, number>,
): Valued {
  const currency = given.currency ?? baseCurrency
  const exchangeRate = currency === baseCurrency ? 1 : (given.exchangeRate ?? rates.get(currency))
  if (exchangeRate === undefined) {
    throw unsaved('unprocessable', 'exchangeRate', say(words, 'noRate', { currency, baseCurrency }))
  }
  return { currency, exchangeRate, baseAmount: baseAmountOf(amount, { currency, exchangeRate }, baseCurrency) }
}

/** What an amount is in the workspace's currency at the rate that is kept with it. */
export function baseAmountOf(
  amount: number,
  { currency, exchangeRate }: Omit<Valued, 'baseAmount'>,
  baseCurrency: string,
): number {
  const baseAmount = convertMinor(amount, currency, baseCurrency, exchangeRate)
  if (!Number.isSafeInteger(baseAmount)) throw invalidField('exchangeRate', say(words, 'largeAmount', { baseCurrency }))
  return baseAmount
}

/** The number people know it by, and the pair by which a repeat is recognised. */
export function originOf(
  given: { number?: string; source?: string; sourceId?: string },
  id: string,
  ownSource: string,
  otherNumber?: string,
) {
  const number = given.number ?? given.sourceId ?? otherNumber
  if (number === undefined) throw invalidField('number', say(words, 'numberNeeded'))
  return { number, source: given.source ?? ownSource, sourceId: given.sourceId ?? id }
}

/** Through what an order or a return came, where that is not said. */
export const channelOf = (given: { channel?: string }, source: string) =>
  given.channel ?? (source === 'manual' ? 'manual' : 'shop')

/** Cancelled orders keep their amount and count for nothing. */
export function isCounted(status: OrderStatus): boolean {
  return status !== 'cancelled'
}

/** The refusal to cancel what something came back of. */
export function hasReturns(): AppError {
  return new AppError('unprocessable', say(words, 'hasReturnsCancel'), {
    fields: [{ path: 'status', message: say(words, 'hasReturns') }],
  })
}
