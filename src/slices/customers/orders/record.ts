import { defineMessages } from '../../../kernel/messages.ts'
import {
  choice,
  currencyCode,
  customFields,
  key,
  line,
  moment,
  money,
  mostMoney,
  rate,
  reference,
  required,
  requiredOr,
  version,
  whole,
  yesNo,
} from '../../../kernel/record/column.ts'
import { columnsFor, defineRecord, only, type Changes, type New, type Stored } from '../../../kernel/record/record.ts'

export const orderStatuses = ['placed', 'paid', 'fulfilled', 'cancelled'] as const
export type OrderStatus = (typeof orderStatuses)[number]

/** The words for what an order and a return consist of, as screens and the headings of files say it. */
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

const listed = ['listed', 'exported'] as const
const disclosed = ['listed', 'exported', 'personal'] as const

/** What orders and returns have in common. */
const recorded = {
  number: required(line([...disclosed, 'sorted'], 100)),
  contactId: reference('contacts', ['filtered']),
  companyId: reference('companies', ['filtered']),
  currency: required(currencyCode(disclosed)),
  amount: required(money(disclosed, { currencyIn: 'currency' })),
  /** In the workspace's currency; what lists sort and filter by as `amount`. */
  baseAmount: required(money([...listed, 'derived'])),
  exchangeRate: required(rate(listed)),
  quantity: whole([...disclosed, 'written']),
  source: required(line(disclosed, 60)),
  /** With the source it is had once: a repeat is answered with what is there already. */
  sourceId: required(line(listed)),
  importId: reference('imports', ['filtered', 'defaulted']),
  isDemo: requiredOr(false, yesNo(['shown', 'defaulted'])),
  createdAt: required(moment([...disclosed, 'defaulted'])),
  deletedAt: moment(['listed', 'sorted', 'personal', 'later']),
}

/** A line of an order. A discount is a line with a negative amount; shipping and tax are lines of their own. */
export const orderItemRecord = defineRecord({
  name: 'order item',
  table: 'order_items',
  columns: {
    orderId: required(reference('orders', [])),
    position: required(whole([])),
    sku: line(['shown'], 100),
    name: required(line(['shown'])),
    quantity: required(whole(['shown'], { min: 1 })),
    unitAmount: required(money(['shown'], { min: -mostMoney })),
    amount: required(money(['shown'], { min: -mostMoney })),
  },
})

export const itemColumns = columnsFor(orderItemRecord.columns, 'shown')

export const orderRecord = defineRecord({
  name: 'order',
  table: 'orders',
  columns: {
    id: key(),
    ...recorded,
    placedAt: required(moment([...disclosed, 'sorted'])),
    status: requiredOr('placed', choice(orderStatuses, [...disclosed, 'written'])),
    fields: customFields(['listed', 'personal']),
    updatedAt: required(moment([...listed, 'defaulted'])),
    version: version(),
  },
  uniques: [['source', 'sourceId']],
  parts: { items: { definition: orderItemRecord, owner: 'orderId', shown: itemColumns } },
})

export const returnRecord = defineRecord({
  name: 'return',
  table: 'returns',
  columns: {
    id: key(),
    ...recorded,
    orderId: reference('orders', ['listed', 'personal']),
    returnedAt: required(moment(['listed', 'sorted', 'personal'])),
    reason: line(['listed', 'personal'], 1000),
  },
  uniques: [['source', 'sourceId']],
})

/** What can be corrected of an order. */
export const correctedColumns = only(
  orderRecord.columns,
  'id',
  'number',
  'amount',
  'baseAmount',
  'quantity',
  'status',
  'fields',
)

export type StoredOrder = Stored<typeof orderRecord.columns>
export type OrderItem = Stored<typeof itemColumns>
export type NewOrder = New<typeof orderRecord.columns> & { items: OrderItem[] }
export type OrderChanges = Changes<typeof correctedColumns>
export type StoredReturn = Stored<typeof returnRecord.columns>
export type NewReturn = New<typeof returnRecord.columns>

/** As an order shows what came back of it. */
export const shownReturn = only(
  returnRecord.columns,
  'id',
  'number',
  'returnedAt',
  'amount',
  'baseAmount',
  'quantity',
  'reason',
)
