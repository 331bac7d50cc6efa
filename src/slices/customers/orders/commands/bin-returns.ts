import { AppError } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { within, type Ctx } from '../../../../platform/context.ts'
import { inTransaction, type Db } from '../../../../platform/db/database.ts'
import { record } from '../../../../platform/events/record.ts'
import { moveToBin } from '../../../../platform/record/bin.ts'
import { returnEvents } from '../events.ts'
import { getReturn } from '../queries.ts'
import { returnRecord, type StoredOrder, type StoredReturn } from '../record.ts'
import { binnedReturn, findBySource, lockOrders, lockReturns } from '../store.ts'

const words = defineMessages('orders.bin-returns', {
  recordedAnew: 'Return {number} has been recorded anew since. Nothing was restored; delete the new one first.',
  orderBinned: 'Order {number} is in the bin. Restore it, and its returns come with it.',
  orderCancelled: 'Order {number} was cancelled. Reopen it first.',
})

/** What the events of a return call it. */
export function nameReturn({ id, orderId, number }: { id: string; orderId: string | null; number: string }) {
  return { returnId: id, orderId, number }
}

export async function deleteReturn(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx.db, async tx => {
    const [returned] = (await lockReturns(tx, ctx, [id])) as [StoredReturn]
    if (returned.deletedAt) return
    await moveToBin(tx, ctx.workspaceId, returnRecord, binnedReturn, [id], ctx.now())
    await record(tx, ctx, [returnEvents.deleted(returned, nameReturn(returned))])
  })
}

export async function restoreReturn(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx.db, async tx => {
    await requireCountedOrder(tx, ctx, id)
    const [returned] = (await lockReturns(tx, ctx, [id])) as [StoredReturn]
    if (!returned.deletedAt) return
    const [again] = await findBySource(tx, 'returns', ctx.workspaceId, [returned])
    if (again) throw new AppError('conflict', say(words, 'recordedAnew', { number: returned.number }))
    await moveToBin(tx, ctx.workspaceId, returnRecord, binnedReturn, [id], null)
    await record(tx, ctx, [returnEvents.restored(returned, nameReturn(returned))])
  })
}

/** Locks the order before the return, as deleting the order does. */
async function requireCountedOrder(tx: Db, ctx: Ctx, returnId: string): Promise<void> {
  const { orderId } = await getReturn(within(ctx, tx), returnId)
  if (orderId === null) return
  const [{ deletedAt, status, number }] = (await lockOrders(tx, ctx, [orderId])) as [StoredOrder]
  if (deletedAt) throw new AppError('conflict', say(words, 'orderBinned', { number }))
  if (status === 'cancelled') throw new AppError('conflict', say(words, 'orderCancelled', { number }))
}
