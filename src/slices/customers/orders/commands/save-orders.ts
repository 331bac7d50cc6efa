import { invalidField, notFound } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { newId } from '../../../../kernel/ids.ts'
import { within, type Ctx } from '../../../../platform/context.ts'
import { inTransaction, type Db } from '../../../../platform/db/database.ts'
import type { NewEvent } from '../../../../kernel/event.ts'
import { record } from '../../../../platform/events/record.ts'
import { onlySaved, ownSource, saveEach } from '../../../../platform/record/saving.ts'
import { fieldsGiven, mergeFields } from '../../fields/public.ts'
import type { Field } from '../../fields/schema.ts'
import { orderEvents, orderPlaced } from '../events.ts'
import { amountOf, originOf, piecesOf, toItems, valueOf } from '../order.ts'
import type { NewOrder } from '../record.ts'
import { orderPatch, type OrderInput, type OrderPatch, type RowResult } from '../schema.ts'
import { findBySource, type Known } from '../store/by-source.ts'
import { insertOrders, lockOrders } from '../store/orders.ts'
import { changeOrder } from './change-order.ts'
import { readRates } from '../../../workspace/settings/public.ts'
import { findCustomers, type Customer } from './find-customers.ts'

const words = defineMessages('orders.save-orders', {
  noOrder: 'There is no such order, or you may not see it.',
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
  return inTransaction(ctx.db, async tx => {
    await requireOwn(tx, ctx, items)
    const fields = await fieldsGiven(tx, ctx, 'order', items)
    const fresh = items.filter(item => item.id === undefined)
    const customerOf = await findCustomers(tx, ctx, fresh)
    const rates = fresh.some(item => item.currency && item.currency !== ctx.workspace.currency)
      ? await readRates(tx, ctx)
      : new Map<string, number>()
    return saveEach<Item, Fresh, RowResult>(ctx, items, {
      prepare(item) {
        const order = prepare(ctx, item, customerOf(item), rates, fields)
        return { id: order.id, order, channel: item.channel ?? 'shop' }
      },
      change: item => changeOrder(within(ctx, tx), item.id, toPatch(item)),
      insert: orders => place(tx, ctx, orders),
    })
  })
}

function prepare(
  ctx: Ctx,
  input: Item,
  customer: Customer,
  rates: ReadonlyMap<string, number>,
  definitions: Field[],
): NewOrder {
  const id = newId()
  const items = toItems(input.items ?? [])
  const amount = amountOf(input.amount, items)
  return {
    id,
    ...originOf(input, id, ownSource(ctx)),
    ...customer,
    placedAt: input.placedAt === undefined ? ctx.now() : new Date(input.placedAt),
    amount,
    ...valueOf(amount, input, ctx.workspace.currency, rates),
    quantity: piecesOf(input.quantity, items),
    status: input.status ?? 'placed',
    fields: input.fields ? mergeFields(definitions, {}, input.fields) : {},
    items,
  }
}

/** Inserts those whose source id is new, here and among themselves, and records that they were placed. */
async function place(tx: Db, ctx: Ctx, fresh: Fresh[]): Promise<{ id: string; status: string }[]> {
  const key = ({ source, sourceId }: Pick<Known, 'source' | 'sourceId'>) => `${source} ${sourceId}`
  const find = async (orders: NewOrder[]) =>
    (await findBySource(tx, 'orders', ctx.workspaceId, orders)).map(one => [key(one), one.id] as const)
  const known = new Map(await find(fresh.map(({ order }) => order)))
  const first = new Map<string, NewOrder>()
  for (const { order } of fresh) if (!known.has(key(order)) && !first.has(key(order))) first.set(key(order), order)
  const orders = [...first.values()]
  const inserted = await insertOrders(tx, ctx.workspaceId, orders, ctx.now())
  const beaten = orders.filter(order => !inserted.has(order.id))
  for (const [found, id] of await find(beaten)) known.set(found, id)
  const placed = fresh.filter(({ order }) => inserted.has(order.id))
  await record(
    tx,
    ctx,
    placed.flatMap(({ order, channel }) => placedEvents(order, channel)),
  )
  return fresh.map(({ order }) =>
    inserted.has(order.id)
      ? { status: 'created', id: order.id }
      : { status: 'unchanged', id: known.get(key(order)) ?? first.get(key(order))!.id },
  )
}

function placedEvents(order: NewOrder, channel: string): NewEvent[] {
  const placed = orderPlaced(order, { channel })
  if (order.status !== 'cancelled') return [placed]
  const named = { orderId: order.id, number: order.number }
  return [placed, orderEvents.cancelled(order, named, { occurredAt: order.placedAt })]
}

/** An id that is unknown or not the actor's refuses the whole call. */
async function requireOwn(tx: Db, ctx: Ctx, items: Item[]): Promise<void> {
  const ids = [...new Set(items.flatMap(item => item.id ?? []))]
  if (ids.length > 0 && (await lockOrders(tx, ctx, ids)).length < ids.length) throw notFound(say(words, 'noOrder'))
}

function toPatch({ id: _, ...item }: Item): OrderPatch {
  const fixed = Object.keys(item).find(name => !(name in orderPatch.shape))
  if (fixed) throw invalidField(fixed, say(words, 'fixedOnceRecorded'))
  return item
}
