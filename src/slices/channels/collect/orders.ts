import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { defineText, stored } from '../../../kernel/messages.ts'
import type { Ctx } from '../../../platform/context.ts'
import { attempt } from '../../../platform/db/attempt.ts'
import { record } from '../../../platform/events/record.ts'
import { orderPlaced } from '../../customers/orders/events.ts'
import {
  changeOrder,
  deleteOrders,
  deleteReturn,
  insertOrders,
  receiveReturn,
  requireBounded,
  returnsOfOrders,
  toValued,
  type NewOrder,
} from '../../customers/orders/public.ts'
import { readRates } from '../../workspace/settings/public.ts'
import { addToSaid, orderOf, type CommerceEvent, type WantedOrder } from './commerce.ts'
import type { KeyHolder } from './keys.ts'
import type { Received, Rejected } from './received.ts'
import { lockSaid, saveSaid, type StoredSaid } from './store.ts'

const ofOrder = defineText('collect.orders.order', 'Order {number}: {why}')

/** A message about an order, with whose it is. */
export interface OrderMessage {
  received: Received
  event: CommerceEvent
  contactId: string | null
  companyId: string | null
}

const keyOf = (sourceId: string, number: string) => `${sourceId} ${number}`

/**
 * Adds what was said of orders, and brings orders and returns in line with all that was said so far: the same end whatever
 * came first or twice. Answers what could not be done.
 */
export async function keepOrders(ctx: Ctx, messages: readonly OrderMessage[]): Promise<Rejected[]> {
  const sources = new Map(messages.map(({ received }) => [received.source.id, received.source]))
  const known = await lockSaid(
    ctx,
    messages.map(({ received, event }) => ({ sourceId: received.source.id, number: event.number })),
  )
  const before = new Map(known.map(row => [keyOf(row.sourceId, row.number), JSON.stringify(row.said)]))
  const byKey = new Map(known.map(row => [keyOf(row.sourceId, row.number), row]))
  for (const { received, event, ...owner } of messages) {
    const row = byKey.get(keyOf(received.source.id, event.number))!
    row.said = addToSaid(row.said, event, received.message, owner)
  }
  const changed = known.filter(row => before.get(keyOf(row.sourceId, row.number)) !== JSON.stringify(row.said))
  const rejected: Rejected[] = []
  const refuse = (row: StoredSaid, error: unknown) => {
    if (!(error instanceof AppError)) throw error
    rejected.push({
      source: sources.get(row.sourceId)!,
      reason: stored(ofOrder({ number: row.number, why: error.said })),
      body: JSON.stringify(row.said),
    })
  }
  const wanted = changed.flatMap(row => {
    const order = orderOf(row.said, ctx.workspace.currency)
    return order === null ? [] : [{ row, order }]
  })
  await takeBack(ctx, wanted, refuse)
  const placed = await placeNew(ctx, wanted, sources, refuse)
  for (const { row, order } of wanted) {
    if (row.orderId === null) continue
    const isNew = placed.has(row.orderId)
    const error = await attempt(ctx, () => bringInLine(ctx, row, order, sources.get(row.sourceId)!, isNew))
    if (error !== null) refuse(row, error)
  }
  await saveSaid(ctx, changed)
  return rejected
}

interface Wanted {
  row: StoredSaid
  order: WantedOrder
}

/** An order that was completed earlier than had been known is made anew: its time and its customer cannot be changed. */
async function takeBack(
  ctx: Ctx,
  wanted: readonly Wanted[],
  refuse: (row: StoredSaid, error: unknown) => void,
): Promise<void> {
  for (const { row } of wanted) {
    const { madeBy, completed } = row.said
    if (row.orderId === null || !madeBy || madeBy.messageId === completed!.messageId) continue
    if (madeBy.at === completed!.at) continue
    const { orderId } = row
    const error = await attempt(ctx, () => deleteOrders(ctx, [orderId]))
    if (error === null) row.orderId = null
    else refuse(row, error)
  }
}

/** The orders that are not there yet, all by two statements. */
async function placeNew(
  ctx: Ctx,
  wanted: readonly Wanted[],
  sources: ReadonlyMap<string, KeyHolder>,
  refuse: (row: StoredSaid, error: unknown) => void,
): Promise<Set<string>> {
  const fresh = wanted.filter(({ row }) => row.orderId === null)
  if (fresh.length === 0) return new Set()
  const base = ctx.workspace.currency
  const rates = fresh.some(({ order }) => order.currency !== base) ? await readRates(ctx) : new Map<string, number>()
  const orders = fresh.flatMap(({ row, order }): { row: StoredSaid; order: NewOrder }[] => {
    const source = sources.get(row.sourceId)!
    try {
      requireBounded({ ...order, quantity: order.pieces })
      return [
        {
          row,
          order: {
            id: newId(),
            number: row.number,
            contactId: order.contactId,
            companyId: order.companyId,
            placedAt: order.placedAt,
            amount: order.amount,
            ...toValued(order.amount, { currency: order.currency }, base, rates),
            quantity: order.pieces,
            status: 'placed',
            fields: {},
            source: source.slug,
            sourceId: row.number,
            isDemo: source.isDemo,
            items: order.items,
          },
        },
      ]
    } catch (error) {
      refuse(row, error)
      return []
    }
  })
  const inserted = await insertOrders(
    ctx,
    orders.map(({ order }) => order),
    ctx.now(),
  )
  const made = orders.filter(({ order }) => inserted.has(order.id))
  for (const { row, order } of made) {
    row.orderId = order.id
    const { at, messageId } = row.said.completed!
    row.said.madeBy = { at, messageId }
  }
  await record(
    ctx,
    made.map(({ row, order }) => orderPlaced(order, { channel: channelOf(sources.get(row.sourceId)!) })),
  )
  return inserted
}

/** Content, returns and status of an order that is there. */
async function bringInLine(
  ctx: Ctx,
  { orderId, number }: StoredSaid,
  order: WantedOrder,
  source: KeyHolder,
  isNew: boolean,
): Promise<void> {
  const id = orderId!
  requireBounded({ ...order, quantity: order.pieces })
  if (!isNew) await changeOrder(ctx, id, { amount: order.amount, items: order.items, quantity: order.pieces })
  const known = isNew ? [] : await returnsOfOrders(ctx, [id])
  const keyOfReturn = (key: string) => `${number}/${key}`
  for (const returned of known) {
    const wanted = order.returns.find(({ key }) => keyOfReturn(key) === returned.sourceId)
    if (returned.source === source.slug && wanted?.amount !== returned.amount) await deleteReturn(ctx, returned.id)
  }
  for (const { key, at, amount, reason } of order.returns) {
    const sourceId = keyOfReturn(key)
    if (known.some(returned => returned.sourceId === sourceId && returned.amount === amount)) continue
    await receiveReturn(ctx, {
      orderId: id,
      amount,
      reason,
      returnedAt: at.toISOString(),
      source: source.slug,
      sourceId,
      number,
      channel: channelOf(source),
    })
  }
  if (order.isCancelled) await changeOrder(ctx, id, { status: 'cancelled' })
}

function channelOf(source: KeyHolder): string {
  return source.kind === 'app' ? 'app' : 'shop'
}
