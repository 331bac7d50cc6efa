import { defineMessages } from '../../../../kernel/messages.ts'

/** What the columns of its items are called. */
export const itemWords = defineMessages('orders.order-items', {
  item: 'Item',
  quantity: 'Pieces',
  unit: 'Each',
  amount: 'Amount',
  sum: 'Sum',
})
