import { pageEvents } from '../../channels/collect/events.ts'
import { orderPlaced, returnReceived } from '../../customers/orders/events.ts'
import { day, minute } from './plan.ts'
import type { Diary } from './diary.ts'
import type { DemoOrder } from './life.ts'
import { drawSpend, fillBasket, moneyAt, toEuroCents } from './purchases.ts'
import { deliveries } from './shop.ts'
import { pages, products } from './world/catalogue.ts'

/** How consumers' spend in the model becomes euro cents here. */
const consumerScale = 240
const businessScale = 1500

const productPages = new Map(products.map(({ sku, name, path }) => [sku, { title: name, path }]))

/** Somebody looks around on the site: `count` pages, a few minutes apart, the last at `at`. */
export function browse(diary: Diary, at: number, count: number): void {
  const { random } = diary
  for (let time = at, left = count; left > 0; left--, time -= Math.floor(20_000 + random.exponential(1.6 * minute))) {
    const page = random.chance(0.35) ? random.pick(pages) : productPages.get(random.pick(products).sku)!
    diary.add(time, pageEvents.viewed(diary.keys, page, { channel: 'web' }))
  }
}

export interface Buyer {
  spender: number
  currency: string
  isBusiness: boolean
}

export function placeOrder(diary: Diary, { spender, currency, isBusiness }: Buyer, at: number): DemoOrder | null {
  const { random } = diary
  if (at > diary.now) return null
  const target = drawSpend(random, spender) * (isBusiness ? businessScale : consumerScale)
  const money = moneyAt(currency, at)
  const items = fillBasket(random, money, target, isBusiness ? 40 : 6)
  const amount = items.reduce((sum, item) => sum + item.amount, 0)
  const age = diary.now - at
  const id = diary.newId(at)
  const number = diary.register.orderNumber(at)
  const order: DemoOrder = {
    id,
    number,
    contactId: diary.contactId,
    companyId: diary.companyId,
    placedAt: at,
    currency,
    amount,
    exchangeRate: money.rate,
    baseAmount: toEuroCents(amount, money),
    quantity: items.reduce((sum, item) => sum + item.quantity, 0),
    status: age < day ? 'placed' : age < 3 * day ? 'paid' : 'fulfilled',
    fields: random.chance(0.35)
      ? { delivery: random.pick(deliveries), ...(random.chance(0.2) ? { gift_wrapping: true } : {}) }
      : {},
    source: isBusiness ? 'b2b' : 'shop',
    sourceId: number,
    createdAt: at,
    updatedAt: at,
    items,
  }
  diary.orders.push(order)
  const placed = orderPlaced(
    { ...order, ...diary.keys, placedAt: new Date(at) },
    { channel: isBusiness ? 'email' : 'shop' },
  )
  diary.add(at, placed, { baseAmount: order.baseAmount })
  return order
}

/** One line of the order comes back, or all of it. */
export function giveBack(diary: Diary, order: DemoOrder, at: number, reason: string): void {
  const { random } = diary
  if (at > diary.now || diary.returns.some(returned => returned.order === order)) return
  const item = order.items.length > 1 && random.chance(0.7) ? random.pick(order.items) : null
  const money = { currency: order.currency, rate: order.exchangeRate }
  const amount = item?.amount ?? order.amount
  const baseAmount = item ? toEuroCents(amount, money) : order.baseAmount
  const id = diary.newId(at)
  const quantity = item?.quantity ?? order.quantity
  const sourceId = `${order.number}-R`
  const ids = { id, order, orderId: order.id, sourceId }
  const returned = { ...order, ...ids, returnedAt: at, createdAt: at, amount, baseAmount, quantity, reason }
  diary.returns.push(returned)
  diary.add(at, returnReceived({ ...returned, ...diary.keys, returnedAt: new Date(at) }, { channel: 'shop' }), {
    baseAmount,
  })
}
