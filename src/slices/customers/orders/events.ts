import { z } from 'zod'
import { changes, defineEvents, type EventOptions, type NewEvent } from '../../../kernel/event.ts'

interface Owned {
  id: string
  contactId: string | null
  companyId: string | null
}
const of = ({ id, contactId, companyId }: Owned) => ({ contactId, companyId, subjectId: id })

const order = z.object({ orderId: z.string(), number: z.string() })
const returned = z.object({ returnId: z.string(), orderId: z.string().nullable(), number: z.string() })
/** Minor units; `baseAmount` is in the workspace's currency. */
const money = { amount: z.int(), currency: z.string(), baseAmount: z.int() }

export const orderEvents = defineEvents(
  'order',
  { of, tag: 'orders', outdates: ['contacts', 'companies'], group: 'orders' },
  {
    placed: {
      when: 'An order was recorded; it happened when it was placed, through the channel that it came by',
      data: order.extend({ ...money, itemCount: z.int() }),
      counts: { as: 'order', amount: 'baseAmount' },
    },
    changed: {
      when: 'An order was corrected; baseAmountChange is what that adds to its worth',
      data: order.extend({ changes, baseAmountChange: z.int() }),
      counts: { as: 'correction', amount: 'baseAmountChange' },
    },
    cancelled: {
      when: 'An order was cancelled; it counts for nothing until it is reopened',
      data: order,
      counts: { as: 'recount' },
    },
    reopened: { when: 'A cancelled order counts again', data: order, counts: { as: 'recount' } },
    deleted: { when: 'An order was moved to the bin', data: order, counts: { as: 'recount' } },
    restored: { when: 'An order came back from the bin', data: order, counts: { as: 'recount' } },
  },
)

export const returnEvents = defineEvents(
  'return',
  { of, tag: 'orders', outdates: ['contacts', 'companies'], group: 'orders' },
  {
    received: {
      when: 'Something came back; it happened when it was returned, through the channel that it came by',
      data: returned.extend(money),
      counts: { as: 'return', amount: 'baseAmount' },
    },
    deleted: { when: 'A return was moved to the bin', data: returned, counts: { as: 'recount' } },
    restored: { when: 'A return came back from the bin', data: returned, counts: { as: 'recount' } },
  },
)

type Options = EventOptions & { channel: string }

interface Worth extends Owned {
  number: string
  amount: number
  currency: string
  baseAmount: number
}

/** That an order was placed, whoever records it. */
export function orderPlaced(order: Worth & { placedAt: Date; items: readonly unknown[] }, options: Options): NewEvent {
  const { id, number, amount, currency, baseAmount, items } = order
  const data = { orderId: id, number, amount, currency, baseAmount, itemCount: items.length }
  return orderEvents.placed(order, data, { occurredAt: order.placedAt, ...options })
}

/** The same of an order that may be cancelled by then. */
export function orderRecorded(
  order: Parameters<typeof orderPlaced>[0] & { status: string },
  options: Options,
): NewEvent[] {
  const placed = orderPlaced(order, options)
  if (order.status !== 'cancelled') return [placed]
  const { importId } = options
  const named = { orderId: order.id, number: order.number }
  return [placed, orderEvents.cancelled(order, named, { importId, occurredAt: order.placedAt })]
}

/** That something came back, whoever records it. */
export function returnReceived(
  returned: Worth & { orderId: string | null; returnedAt: Date },
  options: Options,
): NewEvent {
  const { id, orderId, number, amount, currency, baseAmount } = returned
  const data = { returnId: id, orderId, number, amount, currency, baseAmount }
  return returnEvents.received(returned, data, { occurredAt: returned.returnedAt, ...options })
}
