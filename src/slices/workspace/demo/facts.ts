import { orderEvents, returnEvents } from '../../customers/orders/events.ts'
import type { DemoEvent } from './life.ts'

/** The same counts that the facts slice keeps from the event log. */
export function countFacts(events: readonly DemoEvent[]) {
  const placed = events.filter(orderEvents.placed.is)
  const returned = events.filter(returnEvents.received.is)
  const touches = spanOf(events.filter(({ channel }) => channel !== null))
  const orders = spanOf(placed)
  const [orderAmount, returnAmount] = [sumOf(placed), sumOf(returned)]
  return {
    orders: placed.length,
    orderAmount,
    returns: returned.length,
    returnAmount,
    netAmount: orderAmount - returnAmount,
    touchpoints: touches.count,
    firstTouchAt: touches.firstAt,
    lastTouchAt: touches.lastAt,
    firstOrderAt: orders.firstAt,
    lastOrderAt: orders.lastAt,
  }
}

const sumOf = (events: readonly DemoEvent[]) => events.reduce((sum, { baseAmount }) => sum + baseAmount, 0)

function spanOf(events: readonly DemoEvent[]) {
  const times = events.map(({ at }) => at).toSorted((a, b) => a - b)
  const time = (at: number | undefined) => (at === undefined ? null : new Date(at).toISOString())
  return { count: times.length, firstAt: time(times[0]), lastAt: time(times.at(-1)) }
}
