import type { DemoEvent } from './life.ts'

/** The same counts that the facts slice keeps from the event log. */
export interface Facts {
  orders: number
  orderAmount: number
  returns: number
  returnAmount: number
  touchpoints: number
  firstTouchAt: number | null
  lastTouchAt: number | null
  firstOrderAt: number | null
  lastOrderAt: number | null
}

export function countFacts(events: readonly DemoEvent[]): Facts {
  const facts: Facts = {
    orders: 0,
    orderAmount: 0,
    returns: 0,
    returnAmount: 0,
    touchpoints: 0,
    firstTouchAt: null,
    lastTouchAt: null,
    firstOrderAt: null,
    lastOrderAt: null,
  }
  for (const { kind, channel, at, baseAmount } of events) {
    if (channel !== null) {
      facts.touchpoints++
      if (facts.firstTouchAt === null || at < facts.firstTouchAt) facts.firstTouchAt = at
      if (facts.lastTouchAt === null || at > facts.lastTouchAt) facts.lastTouchAt = at
    }
    if (kind === 'order.placed') {
      facts.orders++
      facts.orderAmount += baseAmount
      if (facts.firstOrderAt === null || at < facts.firstOrderAt) facts.firstOrderAt = at
      if (facts.lastOrderAt === null || at > facts.lastOrderAt) facts.lastOrderAt = at
    } else if (kind === 'return.received') {
      facts.returns++
      facts.returnAmount += baseAmount
    }
  }
  return facts
}
