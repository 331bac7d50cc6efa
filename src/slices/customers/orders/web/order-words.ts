import { defineMessages } from '../../../../kernel/messages.ts'

/** The words for what an order and a return consist of, used by lists, page and forms. */
export const orderWords = defineMessages('orders.order', {
  orders: 'Orders',
  returns: 'Returns',
  number: 'Number',
  contactId: 'Customer',
  companyId: 'Company',
  placedAt: 'Placed',
  returnedAt: 'Came back',
  amount: 'Amount',
  amountIn: 'Amount in {currency}',
  currency: 'Currency',
  quantity: 'Pieces',
  status: 'Status',
  sourceId: 'Id in the source',
  reason: 'Reason',
  order: 'Order',
  placed: 'Placed',
  paid: 'Paid',
  fulfilled: 'Fulfilled',
  cancelled: 'Cancelled',
})

/** What the columns of its items are called. */
export const itemWords = defineMessages('orders.order-items', {
  item: 'Item',
  quantity: 'Pieces',
  unit: 'Each',
  amount: 'Amount',
  sum: 'Sum',
})
