import { AppError, notFound } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction, type Db } from '../../../../platform/db/database.ts'
import { record } from '../../../../platform/events/record.ts'
import { orderEvents, returnEvents } from '../events.ts'
import { binOrders, findRecordedAnew, unbinOrders } from '../store/bin.ts'
import { lockOrders } from '../store/orders.ts'
import { nameReturn } from './bin-returns.ts'

const words = defineMessages('orders.bin-orders', {
  recordedAnew: 'Recorded anew since: order {numbers}. Nothing was restored; delete the new one first.',
  noOrder: 'There is no such order, or you may not see it.',
})

/** Moves orders and their returns to the bin. One id that is unknown or not the actor's refuses the whole call. */
export async function deleteOrders(ctx: Ctx, ids: string[]): Promise<number> {
  return inTransaction(ctx.db, async tx => {
    await requireAll(tx, ctx, ids)
    const { orders, returns } = await binOrders(tx, ctx.workspaceId, ids, ctx.now())
    await record(tx, ctx, [
      ...orders.map(order => orderEvents.deleted(order, { orderId: order.id, number: order.number })),
      ...returns.map(returned => returnEvents.deleted(returned, nameReturn(returned))),
    ])
    return orders.length
  })
}

export async function restoreOrders(ctx: Ctx, ids: string[]): Promise<number> {
  return inTransaction(ctx.db, async tx => {
    await requireAll(tx, ctx, ids)
    const again = await findRecordedAnew(tx, ctx.workspaceId, ids)
    if (again.length > 0) throw new AppError('conflict', say(words, 'recordedAnew', { numbers: again.join(', ') }))
    const { orders, returns } = await unbinOrders(tx, ctx.workspaceId, ids)
    await record(tx, ctx, [
      ...orders.map(order => orderEvents.restored(order, { orderId: order.id, number: order.number })),
      ...returns.map(returned => returnEvents.restored(returned, nameReturn(returned))),
    ])
    return orders.length
  })
}

async function requireAll(tx: Db, ctx: Ctx, ids: string[]): Promise<void> {
  if ((await lockOrders(tx, ctx, ids)).length < new Set(ids).size) throw notFound(say(words, 'noOrder'))
}
