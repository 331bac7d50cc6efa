import type { Text } from '../../../kernel/message-params.ts'
import { defineMessages, say, stored } from '../../../kernel/messages.ts'
import { currencies, currencyDigits, toMinor } from '../../../kernel/money.ts'
import { mostWhole } from '../../../kernel/record/column.ts'
import { clip } from '../../../kernel/text.ts'
import { inOneLine, shortText, type Message } from './message.ts'

const words = defineMessages('collect.commerce', {
  shipping: 'Shipping',
  tax: 'Tax',
  discount: 'Discount',
  difference: 'Difference to the total',
  product: 'Product',
})

/** Events of Segment's e-commerce specification that change orders. */
const commerceEvents: Record<string, 'completed' | 'updated' | 'refunded' | 'cancelled'> = {
  'order completed': 'completed',
  'completed order': 'completed',
  'order updated': 'updated',
  'updated order': 'updated',
  'order refunded': 'refunded',
  'refunded order': 'refunded',
  'order cancelled': 'cancelled',
  'cancelled order': 'cancelled',
  'order canceled': 'cancelled',
}

export interface OrderLine {
  sku: string | null
  name: string
  quantity: number
  unitAmount: number
  amount: number
}

interface Told {
  at: string
  messageId: string
}

interface Placed extends Told {
  isUpdate: boolean
  contactId: string | null
  companyId: string | null
  /** Null: the workspace's own. */
  currency: string | null
  properties: Record<string, unknown>
}

/** All that was said of one order. Adding to it gives the same whatever the order and however often. */
export interface Said {
  completed?: Placed
  /** The completion by which the order was made. */
  madeBy?: Told
  /** The latest that told the order's content. */
  content?: Placed
  cancelled?: Told
  refunds?: Record<string, Told & { properties: Record<string, unknown> }>
}

export interface CommerceEvent {
  kind: 'completed' | 'updated' | 'refunded' | 'cancelled'
  number: string
}

/** The order that a message is about; null when it is about none. */
export function commerceOf({ type, name, properties }: Message): CommerceEvent | null {
  if (type !== 'track' || name === null) return null
  const kind = commerceEvents[name.toLowerCase().replaceAll(/[\s_-]+/g, ' ')]
  const id = properties['order_id'] ?? properties['orderId']
  if (kind === undefined || (typeof id !== 'string' && typeof id !== 'number')) return null
  const number = inOneLine(id)
  return number === '' || number.length > 100 ? null : { kind, number }
}

export function addToSaid(
  said: Said,
  { kind }: CommerceEvent,
  message: Message,
  owner: { contactId: string | null; companyId: string | null },
): Said {
  const { messageId, properties } = message
  const stamp = { at: message.at.toISOString(), messageId }
  if (kind === 'cancelled') return { ...said, cancelled: earlier(said.cancelled, stamp) }
  if (kind === 'refunded') {
    const key = keyOfRefund(properties) ?? messageId
    const refund = earlier(said.refunds?.[key], { ...stamp, properties: moneyOf(properties) })
    return { ...said, refunds: { ...said.refunds, [key]: refund } }
  }
  const currency = statedCurrency(properties)
  const placed: Placed = { ...stamp, ...owner, isUpdate: kind === 'updated', currency, properties: moneyOf(properties) }
  return {
    ...said,
    ...(kind === 'completed' ? { completed: earlier(said.completed, placed) } : {}),
    content: later(said.content, placed),
  }
}

function earlier<T extends Told>(known: T | undefined, message: T): T {
  return known && !isBefore(message, known) ? known : message
}

/** Of two at the same moment an update is the later one. */
function later(known: Placed | undefined, message: Placed): Placed {
  if (!known) return message
  if (known.at === message.at && known.isUpdate !== message.isUpdate) return known.isUpdate ? known : message
  return isBefore(message, known) ? known : message
}

function isBefore(one: Told, other: Told): boolean {
  return one.at < other.at || (one.at === other.at && one.messageId < other.messageId)
}

function keyOfRefund(properties: Record<string, unknown>): string | null {
  const id = properties['refund_id'] ?? properties['refundId']
  return typeof id === 'string' || typeof id === 'number' ? clip(String(id), 100) : null
}

const kept = [
  'total',
  'revenue',
  'value',
  'subtotal',
  'shipping',
  'tax',
  'discount',
  'coupon',
  'currency',
  'products',
  'amount',
  'reason',
]

/** Only what the order is worked out of is remembered. */
function moneyOf(properties: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(kept.flatMap(key => (properties[key] === undefined ? [] : [[key, properties[key]]])))
}

/** A code that exists; any other is as good as none. */
export function statedCurrency(properties: Record<string, unknown>): string | null {
  const code = String(properties['currency'] ?? '')
    .trim()
    .toUpperCase()
  return currencies.has(code) ? code : null
}

export interface WantedOrder {
  placedAt: Date
  contactId: string | null
  companyId: string | null
  currency: string
  amount: number
  items: OrderLine[]
  /** How many products; null when they were not told. */
  pieces: number | null
  isCancelled: boolean
  /** Nothing comes back of a cancelled order: cancelling gave it all back. */
  returns: { key: string; at: Date; amount: number; reason: string | null }[]
}

/** The order that is to be, given all that was said; null until it was completed: whatever came before waits. */
export function orderOf(said: Said, baseCurrency: string): WantedOrder | null {
  const { completed, content } = said
  if (!completed || !content) return null
  const currency = completed.currency ?? content.currency ?? baseCurrency
  const { amount, items, pieces } = amountsOf(content.properties, currency)
  const refunds = Object.entries(said.refunds ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
  const explicit = refunds.map(([key, refund]) => ({ key, refund, amount: refundOf(refund.properties, currency) }))
  let left = amount - explicit.reduce((sum, one) => sum + (one.amount ?? 0), 0)
  const returns = explicit.flatMap(({ key, refund, amount: given }) => {
    // A refund that names neither an amount nor products gives back all that is left.
    const back = given ?? Math.max(0, left)
    if (given === null) left -= back
    const reason = typeof refund.properties['reason'] === 'string' ? clip(refund.properties['reason'], 200) : null
    return back > 0 ? [{ key, at: new Date(refund.at), amount: back, reason }] : []
  })
  return {
    placedAt: new Date(completed.at),
    contactId: completed.contactId,
    companyId: completed.companyId,
    currency,
    amount,
    items,
    pieces,
    isCancelled: said.cancelled !== undefined,
    returns: said.cancelled ? [] : returns,
  }
}

/** Minor units; a line of what was added or taken off keeps the items' sum equal to the total. */
function amountsOf(
  properties: Record<string, unknown>,
  currency: string,
): Pick<WantedOrder, 'amount' | 'items' | 'pieces'> {
  const minor = (value: unknown) => minorOf(value, currency)
  const lines = productsOf(properties, currency)
  const pieces = lines.length === 0 ? null : lines.reduce((sum, line) => sum + line.quantity, 0)
  const add = (name: Text, amount: number) => {
    if (amount !== 0) lines.push({ sku: null, name: stored(name), quantity: 1, unitAmount: amount, amount })
  }
  if (lines.length > 0) {
    add(say(words, 'shipping'), minor(properties['shipping']) ?? 0)
    add(say(words, 'tax'), minor(properties['tax']) ?? 0)
    add(say(words, 'discount'), -(minor(properties['discount']) ?? 0))
  }
  const sum = lines.reduce((total, line) => total + line.amount, 0)
  const message =
    minor(properties['total']) ??
    (lines.length > 0 ? null : (minor(properties['revenue']) ?? minor(properties['value'])))
  const amount = Math.max(0, message ?? sum)
  const rest = amount - sum
  // Shops count tax and discounts into their totals in different ways: the total is what was paid.
  if (lines.length > 0) add(say(words, 'difference'), rest)
  return { amount, items: lines, pieces }
}

function productsOf(properties: Record<string, unknown>, currency: string): OrderLine[] {
  const products = Array.isArray(properties['products']) ? properties['products'].slice(0, 500) : []
  return products.flatMap((product: unknown) => {
    if (typeof product !== 'object' || product === null) return []
    const { price, quantity, name, sku, product_id: productId } = product as Record<string, unknown>
    const unitAmount = minorOf(price, currency)
    const pieces = Number(quantity ?? 1)
    if (unitAmount === null || !Number.isFinite(pieces) || pieces <= 0) return []
    const isWhole = Number.isInteger(pieces) && pieces <= mostWhole
    const amount = isWhole ? unitAmount * pieces : Math.round(unitAmount * pieces)
    return [
      {
        sku: shortText(sku ?? productId, 100),
        name: shortText(name) ?? shortText(sku ?? productId) ?? stored(say(words, 'product')),
        quantity: isWhole ? pieces : 1,
        unitAmount: isWhole ? unitAmount : amount,
        amount,
      },
    ]
  })
}

function refundOf(properties: Record<string, unknown>, currency: string): number | null {
  for (const key of ['total', 'amount', 'revenue', 'value']) {
    const message = minorOf(properties[key], currency)
    if (message !== null) return Math.abs(message)
  }
  const lines = productsOf(properties, currency)
  return lines.length === 0 ? null : lines.reduce((sum, line) => sum + line.amount, 0)
}

const most = 10 ** 13

/** Exact for what people write: 19.99, "19.99", "1234.5". */
export function minorOf(value: unknown, currency: string): number | null {
  if (typeof value === 'string' && /^-?\d{1,12}(\.\d+)?$/.test(value.trim())) {
    const [whole, part = ''] = value.trim().split('.') as [string, string?]
    const digits = currencyDigits(currency)
    if (part.length <= digits) return Number(whole + part.padEnd(digits, '0')) || 0
  }
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  if (typeof number !== 'number' || !Number.isFinite(number)) return null
  const minor = toMinor(number, currency)
  return Math.abs(minor) > most ? null : minor
}
