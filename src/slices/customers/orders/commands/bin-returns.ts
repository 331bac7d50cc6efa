import { AppError } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { Stored } from '../../../../kernel/record/record.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { binCommands } from '../../../../platform/record/bin.ts'
import { findHolders, uniqueKeys } from '../../../../platform/record/uniques.ts'
import { returnEvents } from '../events.ts'
import { getReturn } from '../queries.ts'
import { returnRecord, type StoredOrder, type StoredReturn } from '../record.ts'
import { binnedReturn, lockOrders, lockReturns } from '../store.ts'

const words = defineMessages('orders.bin-returns', {
  recordedAnew: 'Return {number} has been recorded anew since. Nothing was restored; delete the new one first.',
  orderBinned: 'Order {number} is in the bin. Restore it, and its returns come with it.',
  orderCancelled: 'Order {number} was cancelled. Reopen it first.',
})

/** That a return went to the bin or came back. */
export function tellReturn(returned: Stored<typeof binnedReturn>, outcome: 'deleted' | 'restored') {
  const { id, orderId, number } = returned
  return [returnEvents[outcome](returned, { returnId: id, orderId, number })]
}

const { bin, restore } = binCommands(
  returnRecord,
  {
    async lock(ctx, ids, outcome) {
      if (outcome === 'restored') await requireCountedOrder(ctx, ids[0]!)
      const [returned] = (await lockReturns(ctx, ids)) as [StoredReturn]
      const isBack = outcome === 'restored' && returned.deletedAt !== null
      const [again] = isBack ? await findHolders(ctx, returnRecord, uniqueKeys(returnRecord, returned)) : []
      if (again) throw new AppError('conflict', say(words, 'recordedAnew', { number: returned.number }))
      return ids
    },
    tell: tellReturn,
  },
  binnedReturn,
)

export async function deleteReturn(ctx: Ctx, id: string): Promise<void> {
  await bin(ctx, [id])
}

export async function restoreReturn(ctx: Ctx, id: string): Promise<void> {
  await restore(ctx, [id])
}

/** Locks the order before the return, as deleting the order does. */
async function requireCountedOrder(ctx: Ctx, returnId: string): Promise<void> {
  const { orderId } = await getReturn(ctx, returnId)
  if (orderId === null) return
  const [{ deletedAt, status, number }] = (await lockOrders(ctx, [orderId])) as [StoredOrder]
  if (deletedAt) throw new AppError('conflict', say(words, 'orderBinned', { number }))
  if (status === 'cancelled') throw new AppError('conflict', say(words, 'orderCancelled', { number }))
}
