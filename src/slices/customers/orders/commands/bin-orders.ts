import { AppError } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction, type Db } from '../../../../platform/db/database.ts'
import { record } from '../../../../platform/events/record.ts'
import { orderEvents, returnEvents } from '../events.ts'
import { type Binned, binOrders, findRecordedAnew, lockOrders, unbinOrders } from '../store.ts'
import { nameReturn } from './bin-returns.ts'

const words = defineMessages('orders.bin-orders', {
  recordedAnew: 'Recorded anew since: order {numbers}. Nothing was restored; delete the new one first.',
})

/** Moves orders and their returns to the bin. One id that is unknown or not the actor's refuses the whole call. */
export function deleteOrders(ctx: Ctx, ids: string[]): Promise<number> {
  return move(ctx, ids, 'deleted', tx => binOrders(tx, ctx.workspaceId, ids, ctx.now()))
}

export function restoreOrders(ctx: Ctx, ids: string[]): Promise<number> {
  return move(ctx, ids, 'restored', async tx => {
    const again = await findRecordedAnew(tx, ctx.workspaceId, ids)
    if (again.length > 0) throw new AppError('conflict', say(words, 'recordedAnew', { numbers: again.join(', ') }))
    return unbinOrders(tx, ctx.workspaceId, ids)
  })
}

async function move(
  ctx: Ctx,
  ids: string[],
  outcome: 'deleted' | 'restored',
  work: (tx: Db) => Promise<Binned>,
): Promise<number> {
  return inTransaction(ctx.db, async tx => {
    await lockOrders(tx, ctx, ids)
    const { orders, returns } = await work(tx)
    await record(tx, ctx, [
      ...orders.map(order => orderEvents[outcome](order, { orderId: order.id, number: order.number })),
      ...returns.map(returned => returnEvents[outcome](returned, nameReturn(returned))),
    ])
    return orders.length
  })
}
