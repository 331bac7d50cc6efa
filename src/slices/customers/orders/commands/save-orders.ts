import { invalidField, together } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { record } from '../../../../platform/events/record.ts'
import { saveRecords } from '../../../../platform/record/commands.ts'
import { onlySaved } from '../../../../platform/record/saving.ts'
import { findHolders, sourceKey } from '../../../../platform/record/uniques.ts'
import { orderRecorded } from '../events.ts'
import { amountOf, channelOf, originOf, piecesOf, toItems, toValued } from '../order.ts'
import { orderRecord, type NewOrder } from '../record.ts'
import { orderEndpoints, type OrderInput, type OrderPatch, type RowResult } from '../schema.ts'
import { insertOrders, lockOrders } from '../store.ts'
import { changeOrder } from './change-order.ts'
import { readRates } from '../../../workspace/settings/public.ts'
import { findCustomers } from './find-customers.ts'

const words = defineMessages('orders.save-orders', {
  fixedOnceRecorded: 'This cannot be changed once the order is recorded. Delete the order and record it anew.',
})

/** Records an order. One whose source and source id are there already is answered with it. */
export async function createOrder(ctx: Ctx, input: OrderInput): Promise<{ id: string; isNew: boolean }> {
  const { id, status } = onlySaved(await saveOrders(ctx, [input]))
  return { id, isNew: status === 'created' }
}

type Item = Omit<OrderInput, 'quantity'> & OrderPatch & { id?: string }
type Fresh = { id: string; order: NewOrder; channel: string }

/** Records or changes orders, each on its own: a refused row says why and the others are kept. */
export async function saveOrders(ctx: Ctx, items: Item[]): Promise<RowResult[]> {
  return inTransaction(ctx, async ctx => {
    const fresh = items.filter(item => item.id === undefined)
    const customerOf = await findCustomers(ctx, fresh)
    const isForeign = fresh.some(item => item.currency && item.currency !== ctx.workspace.currency)
    const rates = isForeign ? await readRates(ctx) : new Map<string, number>()
    return saveRecords<typeof orderRecord.columns, Item, Fresh, RowResult>(ctx, orderRecord, items, {
      lock: lockOrders,
      prepare(input, begun) {
        const [customer, origin, { orderItems, amount }] = together(
          () => customerOf(input),
          () => originOf(input, begun.id, begun.source),
          () => {
            const orderItems = toItems(input.items ?? [])
            return { orderItems, amount: amountOf(input.amount, orderItems, input.items && 'items') }
          },
        )
        const order = {
          ...begun,
          ...origin,
          ...customer,
          placedAt: input.placedAt === undefined ? ctx.now() : new Date(input.placedAt),
          amount,
          ...toValued(amount, input, ctx.workspace.currency, rates),
          quantity: piecesOf(input.quantity, orderItems),
          status: input.status ?? 'placed',
          items: orderItems,
        }
        return { id: begun.id, order, channel: channelOf(input, order.source) }
      },
      change: (ctx, item) => changeOrder(ctx, item.id, toPatch(item)),
      insert: place,
    })
  })
}

/** Inserts those whose source id is new, here and among themselves, and records that they were placed. */
async function place(ctx: Ctx, fresh: Fresh[]): Promise<{ id: string; status: string }[]> {
  const key = ({ source, sourceId }: NewOrder) => sourceKey(source, sourceId)
  const find = async (orders: NewOrder[]) =>
    (await findHolders(ctx, orderRecord, orders.map(key))).map(one => [one.key, one.id] as const)
  const known = new Map(await find(fresh.map(({ order }) => order)))
  const first = new Map<string, NewOrder>()
  for (const { order } of fresh) if (!known.has(key(order)) && !first.has(key(order))) first.set(key(order), order)
  const orders = [...first.values()]
  const inserted = await insertOrders(ctx, orders, ctx.now())
  const beaten = orders.filter(order => !inserted.has(order.id))
  for (const [found, id] of await find(beaten)) known.set(found, id)
  const placed = fresh.filter(({ order }) => inserted.has(order.id))
  const events = placed.flatMap(({ order, channel }) => orderRecorded(order, { channel }))
  await record(ctx, events)
  return fresh.map(({ order }) =>
    inserted.has(order.id)
      ? { status: 'created', id: order.id }
      : { status: 'unchanged', id: known.get(key(order)) ?? first.get(key(order))!.id },
  )
}

function toPatch({ id: _, ...item }: Item): OrderPatch {
  const fixed = Object.keys(item).find(name => !(name in orderEndpoints.change.body!.shape))
  if (fixed) throw invalidField(fixed, say(words, 'fixedOnceRecorded'))
  return item
}
