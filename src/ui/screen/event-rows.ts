import { createContext, use } from 'react'
import type { AnyEvents, EventKind } from '../../kernel/event.ts'
import type { TimelineRowProps } from '../timeline/TimelineRow.tsx'

/** What a row knows of the event it draws. */
export interface ShownEvent<Data = Readonly<Record<string, any>>> {
  id: string
  kind: string
  at: string
  channel: string | null
  contactId: string | null
  subjectId: string | null
  /** Who did it: a member's name, or nothing for the customer and the system. */
  actorName: string | null
  data: Data
}

export type EventRow = Omit<TimelineRowProps, 'at'>

/** Draws events of one kind. A hook: it may read words, formats and what is known of members. */
export type UseEventRow<Data = any> = (event: ShownEvent<Data>) => EventRow

/** By kind: `order.placed`. */
export type EventRows = Readonly<Record<string, UseEventRow>>

type DataOf<Kind> = Kind extends EventKind<any, infer Data> ? Data : never

/** The event that a kind makes, as its row is given it: `ShownOf<typeof orderEvents.placed>`. */
export type ShownOf<Kind> = ShownEvent<DataOf<Kind>>

/** A row for every kind that `events` declares. */
export function rowsOf<E extends AnyEvents>(
  events: E,
  rows: { readonly [Key in keyof E]: UseEventRow<DataOf<E[Key]>> },
): EventRows {
  return Object.fromEntries(Object.entries(events).map(([key, { kind }]) => [kind, rows[key]!]))
}

export const EventRowsContext = createContext<() => Promise<EventRows>>(() => Promise.resolve({}))

/** The rows of all slices; waits until their code is there. */
export function useEventRows(): EventRows {
  return use(use(EventRowsContext)())
}
