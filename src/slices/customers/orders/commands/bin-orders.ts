import { AppError } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { binCommands } from '../../../../platform/record/bin.ts'
import { orderEvents } from '../events.ts'
import { orderRecord } from '../record.ts'
import { binOrders, findRecordedAnew, lockOrders, unbinOrders } from '../store.ts'
import { tellReturn } from './bin-returns.ts'

const words = defineMessages('orders.bin-orders', {
  recordedAnew: 'Recorded anew since: order {numbers}. Nothing was restored; delete the new one first.',
})

/** Orders and their returns. */
export const { bin: deleteOrders, restore: restoreOrders } = binCommands(orderRecord, {
  async lock(ctx, ids, outcome) {
    await lockOrders(ctx, ids)
    const again = outcome === 'restored' ? await findRecordedAnew(ctx, ids) : []
    if (again.length > 0) throw new AppError('conflict', say(words, 'recordedAnew', { numbers: again.join(', ') }))
    return ids
  },
  bin: binOrders,
  unbin: unbinOrders,
  tell: (order, outcome) => [
    orderEvents[outcome](order, { orderId: order.id, number: order.number }),
    ...order.returns.flatMap(returned => tellReturn(returned, outcome)),
  ],
})
