import { invalidField, notFound } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { within, type Ctx } from '../../../../platform/context.ts'
import { inTransaction, type Db } from '../../../../platform/db/database.ts'
import type { NewEvent } from '../../../../kernel/event.ts'
import { record } from '../../../../platform/events/record.ts'
import { failed, onlySaved } from '../../../../platform/record/saving.ts'
import { listFields, mergeFields, requireReferences } from '../../fields/public.ts'
import type { Field } from '../../fields/schema.ts'
import { orderEvents, orderPlaced } from '../events.ts'
import { amountOf, originOf, piecesOf, toItems, valueOf } from '../order.ts'
import type { NewOrder } from '../record.ts'
import { orderPatch, type OrderInput, type OrderPatch, type RowResult } from '../schema.ts'
import { findBySource, type Known } from '../store/by-source.ts'
import { insertOrders, lockOrders } from '../store/orders.ts'
import { changeOrder } from './change-order.ts'
import { readRates } from '../../../workspace/settings/public.ts'
import { findCustomers, ownSource, type Customer } from './find-customers.ts'

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
type Fresh = { index: number; order: NewOrder; channel: string }

/** Records or changes orders, each on its own: a refused row says why and the others are kept. */
export async function saveOrders(ctx: Ctx, items: Item[]): Promise<RowResult[]> {
  return inTransaction(ctx.db, async tx => {
    const inner = within(ctx, tx)
    await requireOwn(tx, ctx, items)
    const fields = items.some(item => item.fields) ? await listFields(tx, ctx.workspaceId, 'order') : []
    await requireReferences(
      tx,
      ctx,
      fields,
      items.map(item => item.fields),
    )
    const fresh = items.filter(item => item.id === undefined)
    const customerOf = await findCustomers(tx, ctx, fresh)
    const rates = fresh.some(item => item.currency && item.currency !== ctx.workspace.currency)
      ? await readRates(tx, ctx)
      : new Map<string, number>()
    const results = new Array<RowResult>(items.length)
    const prepared: Fresh[] = []
    for (const [index, item] of items.entries()) {
      try {
        if (item.id === undefined)
          prepared.push({
            index,
            order: prepare(ctx, item, customerOf(item), rates, fields),
            channel: item.channel ?? 'shop',
          })
        else {
          await changeOrder(inner, item.id, toPatch(item))
          results[index] = { status: 'updated', id: item.id, error: null }
        }
      } catch (error) {
        results[index] = failed(ctx, error)
      }
    }
    await place(tx, ctx, prepared, results)
    return results
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
async function place(tx: Db, ctx: Ctx, fresh: Fresh[], results: RowResult[]): Promise<void> {
  const key = ({ source, sourceId }: Pick<Known, 'source' | 'sourceId'>) => `${source} ${sourceId}`
  const known = new Map(
    (
      await findBySource(
        tx,
        'orders',
        ctx.workspaceId,
        fresh.map(({ order }) => order),
      )
    ).map(one => [key(one), one.id]),
  )
  const first = new Map<string, Fresh>()
  for (const one of fresh) if (!known.has(key(one.order)) && !first.has(key(one.order))) first.set(key(one.order), one)
  const inserted = await insertOrders(
    tx,
    ctx.workspaceId,
    [...first.values()].map(({ order }) => order),
    ctx.now(),
  )
  const beaten = [...first.values()].filter(({ order }) => !inserted.has(order.id))
  for (const one of await findBySource(
    tx,
    'orders',
    ctx.workspaceId,
    beaten.map(({ order }) => order),
  ))
    known.set(key(one), one.id)
  const events: NewEvent[] = []
  for (const { index, order, channel } of fresh) {
    const isNew = inserted.has(order.id)
    results[index] = {
      status: isNew ? 'created' : 'unchanged',
      id: isNew ? order.id : (known.get(key(order)) ?? first.get(key(order))!.order.id),
      error: null,
    }
    if (isNew) events.push(...placedEvents(order, channel))
  }
  await record(tx, ctx, events)
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
