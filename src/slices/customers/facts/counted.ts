import type { Counting, EventKind } from '../../../kernel/event.ts'
import { mergeEvents } from '../merges/events.ts'
import { orderEvents, returnEvents } from '../orders/events.ts'

const kinds: EventKind[] = [orderEvents, returnEvents, mergeEvents].flatMap(events => Object.values<EventKind>(events))

/** Kinds that are counted so, by their names, with where in their data the worth is. */
export function countedAs(...ways: Counting['as'][]): Map<string, string> {
  return new Map(
    kinds.flatMap(({ kind, declaration: { counts } }) =>
      counts && ways.includes(counts.as) ? [[kind, 'amount' in counts ? counts.amount : ''] as const] : [],
    ),
  )
}

const adding = countedAs('order', 'return', 'correction')

/** Whether the facts of its contact and company change by an event alone. */
export function isCounted({ kind, channel }: { kind: string; channel?: string | null }): boolean {
  return Boolean(channel) || adding.has(kind)
}
