import { AppError } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { binCommands } from '../../../../platform/record/bin.ts'
import { orderEvents } from '../events.ts'
import { orderRecord } from '../record.ts'
import { binOrders, findRecordedAnew, lockOrders, unbinOrders } from '../store.ts'
import { tellReturn } from './bin-returns.ts'

const words = defineMessages('orders.bin-orders', {
  recordedAnew: 'Recorded anew since: order {numbers}. Nothing was restored; delete the new one first.',
  several: 'Recorded more than once: order {numbers}. Nothing was restored; restore only one of each.',
})

/** Orders and their returns. */
export const { bin: deleteOrders, restore: restoreOrders } = binCommands(orderRecord, {
  async lock(ctx, ids, outcome) {
    await lockOrders(ctx, ids)
    const again = outcome === 'restored' ? await findRecordedAnew(ctx, ids) : []
    const numbers = again.map(({ number }) => number).join(', ')
    if (again[0]) throw new AppError('conflict', say(words, again[0].isThere ? 'recordedAnew' : 'several', { numbers }))
    return ids
  },
  bin: binOrders,
  unbin: unbinOrders,
  tell: (order, outcome) => [
    orderEvents[outcome](order, { orderId: order.id, number: order.number }),
    ...order.returns.flatMap(returned => tellReturn(returned, outcome)),
  ],
})
