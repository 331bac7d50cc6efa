import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { currency, minorUnits } from '../../../kernel/money.ts'
import { listQuery, page } from '../../../kernel/page.ts'
import {
  amount,
  channel,
  exchangeRate,
  filledLine,
  happenedAt,
  line,
  most,
  origin,
  quantity,
  recorded,
} from './shapes.ts'

export const orderStatuses = ['placed', 'paid', 'fulfilled', 'cancelled'] as const
export type OrderStatus = (typeof orderStatuses)[number]
export const periods = ['week', 'month', 'quarter', 'year'] as const
export type Period = (typeof periods)[number]

/** A line of an order. A discount is a line with a negative amount; shipping and tax are lines of their own. */
export const orderItemInput = z.strictObject({
  sku: line(100).nullish(),
  name: filledLine(),
  quantity: z.int().min(1).max(1_000_000_000).default(1),
  unitAmount: minorUnits.min(-most).max(most).optional(),
  /** Of the whole line; quantity × unitAmount when left out. */
  amount: minorUnits.min(-most).max(most).optional(),
})
export type OrderItemInput = z.output<typeof orderItemInput>

export const orderItem = z.object({
  sku: z.string().nullable(),
  name: z.string(),
  quantity: z.int(),
  unitAmount: z.int(),
  amount: z.int(),
})

export const orderInput = z.strictObject({
  /** The `sourceId` when left out. */
  number: filledLine(100).optional(),
  contactId: id.nullish(),
  companyId: id.nullish(),
  placedAt: happenedAt.optional(),
  /** The workspace's own when left out. */
  currency: currency.optional(),
  /** The sum of the items when left out. */
  amount: amount.optional(),
  items: z.array(orderItemInput).max(1000).optional(),
  /** Units of the workspace's currency for one unit of the order's; the workspace's rate when left out. */
  exchangeRate: exchangeRate.optional(),
  /** How many pieces; those of the items when left out. */
  quantity: quantity.optional(),
  status: z.enum(orderStatuses).optional(),
  channel: channel.optional(),
  fields: z.record(z.string(), z.unknown()).optional(),
  ...origin,
})
export type OrderInput = z.output<typeof orderInput>

export const orderPatch = z.strictObject({
  status: z.enum(orderStatuses).optional(),
  number: filledLine(100).optional(),
  /** A correction; an order with items takes new items as well. */
  amount: amount.optional(),
  items: z.array(orderItemInput).max(1000).optional(),
  quantity: quantity.nullish(),
  fields: z.record(z.string(), z.unknown()).optional(),
  /** The version that was read; refused when someone else has changed the order since. */
  version: z.int().optional(),
})
export type OrderPatch = z.output<typeof orderPatch>

export const orderRow = z.object({
  ...recorded,
  placedAt: z.string(),
  status: z.enum(orderStatuses),
  fields: z.record(z.string(), z.unknown()),
  updatedAt: z.string(),
})
export type OrderRow = z.output<typeof orderRow>

export const returnInput = z.strictObject({
  /** The `sourceId`, else the number of the order, when left out. */
  number: filledLine(100).optional(),
  returnedAt: happenedAt.optional(),
  /** What the customer was given back, in the currency of the order. */
  amount: amount,
  quantity: quantity.optional(),
  reason: line(1000).nullish(),
  channel: channel.optional(),
  ...origin,
})
export type ReturnInput = z.output<typeof returnInput>

/** A return whose order is not known, or is named here. */
export const looseReturnInput = returnInput.extend({
  orderId: id.nullish(),
  contactId: id.nullish(),
  companyId: id.nullish(),
  currency: currency.optional(),
  exchangeRate: exchangeRate.optional(),
})
export type LooseReturnInput = z.output<typeof looseReturnInput>

export const returnRow = z.object({
  ...recorded,
  orderId: id.nullable(),
  orderNumber: z.string().nullable(),
  returnedAt: z.string(),
  reason: z.string().nullable(),
})
export type ReturnRow = z.output<typeof returnRow>

export const order = orderRow.extend({
  version: z.int(),
  isDemo: z.boolean(),
  items: z.array(orderItem),
  /** The last 200. */
  returns: z.array(
    returnRow.pick({
      id: true,
      number: true,
      returnedAt: true,
      amount: true,
      baseAmount: true,
      quantity: true,
      reason: true,
    }),
  ),
})
export type Order = z.output<typeof order>

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

export const rowResult = z.object({
  status: z.enum(['created', 'unchanged', 'updated', 'failed']),
  id: id.nullable(),
  error: z
    .object({
      code: z.string(),
      message: z.string(),
      fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    })
    .nullable(),
})
export type RowResult = z.output<typeof rowResult>

const tag = 'orders'
const one = z.object({ id })
const ids = z.strictObject({ ids: z.array(id).min(1).max(1000) })
const count = z.object({ count: z.int() })
const exportQuery = listQuery.extend({ format: z.enum(['csv', 'jsonl']).default('csv') })
const read = { method: 'GET', access: 'orders:read', tag } as const
const write = { method: 'POST', access: 'orders:write', tag } as const

export const listOrders = endpoint({
  ...read,
  path: '/orders',
  summary: 'List orders',
  query: listQuery,
  response: page(orderRow),
})
export const listDeletedOrders = endpoint({
  ...read,
  path: '/orders/bin',
  summary: 'List deleted orders',
  query: listQuery,
  response: page(orderRow),
})
export const exportOrders = endpoint({
  ...read,
  path: '/orders/export',
  access: 'orders:export',
  summary: 'Export the orders of a list as CSV or JSON Lines',
  query: exportQuery,
  produces: 'text/csv',
})
export const createOrder = endpoint({
  ...write,
  path: '/orders',
  summary: 'Record an order; one whose source and sourceId are known already answers 200 with what is there',
  body: orderInput,
  response: order,
  status: 201,
})
export const getOrder = endpoint({
  ...read,
  path: '/orders/{id}',
  summary: 'Get an order with its items and returns',
  params: one,
  response: order,
})
export const changeOrder = endpoint({
  ...write,
  method: 'PATCH',
  path: '/orders/{id}',
  summary: 'Change the status of an order, or correct it',
  params: one,
  body: orderPatch,
  response: order,
})
export const deleteOrder = endpoint({
  ...write,
  method: 'DELETE',
  path: '/orders/{id}',
  summary: 'Move an order and its returns to the bin',
  params: one,
})
export const restoreOrder = endpoint({
  ...write,
  path: '/orders/{id}/restoration',
  summary: 'Take an order and its returns out of the bin',
  params: one,
  response: order,
})
export const saveOrders = endpoint({
  ...write,
  path: '/orders/bulk',
  summary: 'Record (without id) or change (with id) up to 1,000 orders',
  body: z.strictObject({
    items: z
      .array(z.strictObject({ ...orderInput.shape, ...orderPatch.shape, id: id.optional() }))
      .min(1)
      .max(1000),
  }),
  response: z.object({ items: z.array(rowResult) }),
})
export const deleteOrders = endpoint({
  ...write,
  path: '/orders/bulk-deletion',
  summary: 'Move up to 1,000 orders to the bin',
  body: ids,
  response: count,
})
export const restoreOrders = endpoint({
  ...write,
  path: '/orders/bulk-restoration',
  summary: 'Take up to 1,000 orders out of the bin',
  body: ids,
  response: count,
})

export const returnOrder = endpoint({
  ...write,
  path: '/orders/{id}/returns',
  summary: 'Record what came back of an order',
  params: one,
  body: returnInput,
  response: returnRow,
  status: 201,
})
export const createReturn = endpoint({
  ...write,
  path: '/returns',
  summary: 'Record a return whose order is not known, or is named in it',
  body: looseReturnInput,
  response: returnRow,
  status: 201,
})
export const listReturns = endpoint({
  ...read,
  path: '/returns',
  summary: 'List returns',
  query: listQuery,
  response: page(returnRow),
})
export const getReturn = endpoint({
  ...read,
  path: '/returns/{id}',
  summary: 'Get a return',
  params: one,
  response: returnRow,
})
export const deleteReturn = endpoint({
  ...write,
  method: 'DELETE',
  path: '/returns/{id}',
  summary: 'Delete a return',
  params: one,
})
export const restoreReturn = endpoint({
  ...write,
  path: '/returns/{id}/restoration',
  summary: 'Bring a deleted return back',
  params: one,
  response: returnRow,
})

const quantitiesOf = (owner: 'contacts' | 'companies') =>
  endpoint({
    ...read,
    path: `/${owner}/{id}/quantities`,
    summary: 'Orders and returns by week, month, quarter or year',
    params: one,
    query: z.strictObject({ period: z.enum(periods).default('month') }),
    response: quantities,
  })
export const getContactQuantities = quantitiesOf('contacts')
export const getCompanyQuantities = quantitiesOf('companies')
