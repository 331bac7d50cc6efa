import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { defineMessages, refusal } from '../../../kernel/messages.ts'
import { currency } from '../../../kernel/money.ts'
import { listQuery, page } from '../../../kernel/page.ts'
import { instant } from '../../../kernel/time.ts'
import { recordEndpoints, type ShapesOf } from '../../../kernel/record/endpoints.ts'
import { answerShape, columnsFor, inputShape } from '../../../kernel/record/record.ts'
import { itemColumns, orderRecord, returnRecord, shownReturn } from './record.ts'

const words = defineMessages('orders.schema', {
  sensibleTime: 'Use a time between 1900 and 2099.',
  channelWord: 'Use a word such as shop, phone or market-stall.',
})

export { orderStatuses, type OrderStatus } from './record.ts'
export const periods = ['week', 'month', 'quarter', 'year'] as const
export type Period = (typeof periods)[number]

/** A line of an order. A discount is a line with a negative amount; shipping and tax are lines of their own. */
export const orderItemInput = z.strictObject({
  sku: itemColumns.sku.given,
  name: itemColumns.name.given.min(1),
  quantity: itemColumns.quantity.given.default(1),
  unitAmount: itemColumns.unitAmount.given.optional(),
  /** Of the whole line; quantity × unitAmount when left out. */
  amount: itemColumns.amount.given.optional(),
})
export type OrderItemInput = z.output<typeof orderItemInput>

const { columns } = orderRecord
const number = columns.number.given.min(1).optional()
const { amount } = inputShape(columns)
const quantity = columns.quantity.given
const exchangeRate = columns.exchangeRate.given.optional()
const happenedAt = instant.refine(text => /^(19|20)\d\d/.test(text), refusal(words, 'sensibleTime'))
const channel = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, refusal(words, 'channelWord'))

const origin = {
  /** The system it comes from; with `sourceId` a repeat is answered with what is there already. */
  source: columns.source.given.min(1).optional(),
  sourceId: columns.sourceId.given.min(1).optional(),
}

/** Whose it is. */
const owners = {
  contactId: id.nullable(),
  contactName: z.string().nullable(),
  companyId: id.nullable(),
  companyName: z.string().nullable(),
}

export const returnInput = z.strictObject({
  /** The `sourceId`, else the number of the order, when left out. */
  number,
  returnedAt: happenedAt.optional(),
  /** What the customer was given back, in the currency of the order. */
  amount,
  quantity: quantity.unwrap().unwrap().optional(),
  reason: returnRecord.columns.reason.given,
  channel: channel.optional(),
  ...origin,
})

/** A return whose order is not known, or is named here. */
export const looseReturnInput = returnInput.extend({
  orderId: id.nullish(),
  contactId: id.nullish(),
  companyId: id.nullish(),
  currency: currency.optional(),
  exchangeRate,
})
export type LooseReturnInput = z.output<typeof looseReturnInput>

const ofReturn = { ...owners, orderNumber: z.string().nullable() }
export const returnRow = z.object({ ...answerShape(columnsFor(returnRecord.columns, 'listed')), ...ofReturn })
export type ReturnRow = z.output<typeof returnRow>
const wholeReturn = z.object({ ...answerShape(columnsFor(returnRecord.columns, 'listed', 'shown')), ...ofReturn })
export type Return = z.output<typeof wholeReturn>

const sold = z.object({ orders: z.int(), quantity: z.int(), amount: z.int() })

/** What was ordered of some SKUs. */
export const sales = z.object({
  /** In the currency of the workspace, cancelled orders left out. */
  all: sold,
  lastYear: sold,
  /** The latest ten orders, with what of them it was. */
  latest: z.array(
    z.object({
      id,
      number: z.string(),
      placedAt: z.string(),
      currency: z.string(),
      quantity: z.int(),
      amount: z.int(),
    }),
  ),
})
export type Sales = z.output<typeof sales>

export const quantities = z.object({
  period: z.enum(periods),
  /** Of all amounts. */
  currency: z.string(),
  timeZone: z.string(),
  /** Every period from the first to the last with an order or a return; the latest 600. */
  items: z.array(
    z.object({
      /** First day of the period, and of the next one. */
      from: z.string(),
      to: z.string(),
      orders: z.int(),
      orderAmount: z.int(),
      returns: z.int(),
      returnAmount: z.int(),
      netAmount: z.int(),
    }),
  ),
})

export const orderEndpoints = recordEndpoints(orderRecord, {
  input: {
    /** The `sourceId` when left out. */
    number,
    /** The sum of the items when left out; to correct it, an order with items takes new items as well. */
    amount: amount.optional(),
    items: z.array(orderItemInput).max(1000).optional(),
  },
  once: {
    contactId: id.nullish(),
    companyId: id.nullish(),
    placedAt: happenedAt.optional(),
    /** The workspace's own when left out. */
    currency: currency.optional(),
    /** Units of the workspace's currency for one unit of the order's; the workspace's rate when left out. */
    exchangeRate,
    channel: channel.optional(),
    ...origin,
  },
  row: owners,
  whole: {
    /** The last 200. */
    returns: z.array(z.object(answerShape(shownReturn))),
  },
  refusal: {},
  statuses: ['created', 'unchanged', 'updated', 'failed'],
  summaries: {
    create: 'Record an order; one whose source and sourceId are known already answers 200 with what is there',
    get: 'Get an order with its items and returns',
    change: 'Change the status of an order, or correct it',
    delete: 'Move an order and its returns to the bin',
    restore: 'Take an order and its returns out of the bin',
    save: 'Record (without id) or change (with id) up to 1,000 orders',
  },
})
type Shapes = ShapesOf<typeof orderEndpoints>
export type OrderInput = Shapes['input']
export type OrderPatch = Shapes['patch']
export type OrderRow = Shapes['row']
export type Order = Shapes['whole']
export type RowResult = Shapes['result']
export const { list: listOrders, create: createOrder, get: getOrder, change: changeOrder } = orderEndpoints

const { get, post, create, remove } = endpointsOf('orders', { read: 'orders:read', write: 'orders:write' })
const answer = { response: wholeReturn }

export const returnOrder = create('/orders/{id}/returns', 'Record what came back of an order', {
  body: returnInput,
  ...answer,
})
export const createReturn = create('/returns', 'Record a return whose order is not known, or is named in it', {
  body: looseReturnInput,
  ...answer,
})
export const listReturns = get('/returns', 'List returns', { query: listQuery, response: page(returnRow) })
export const getReturn = get('/returns/{id}', 'Get a return', answer)
export const deleteReturn = remove('/returns/{id}', 'Delete a return')
export const restoreReturn = post('/returns/{id}/restoration', 'Bring a deleted return back', answer)

export const quantitiesOf = (owner: string) =>
  get(`/${owner}/{id}/quantities`, 'Orders and returns by week, month, quarter or year', {
    query: z.strictObject({ period: z.enum(periods).default('month') }),
    response: quantities,
  })
export const getContactQuantities = quantitiesOf('contacts')
export const getCompanyQuantities = quantitiesOf('companies')
