import { createContext, use } from 'react'
import type { TimelineRowProps } from '../timeline/TimelineRow.tsx'

/** What a row knows of the event it draws. */
export interface ShownEvent {
  id: string
  kind: string
  at: string
  channel: string | null
  contactId: string | null
  companyId: string | null
  subjectId: string | null
  /** Who did it: a member's name, or nothing for the customer and the system. */
  actorName: string | null
  data: Readonly<Record<string, any>>
}

export type EventRow = Omit<TimelineRowProps, 'at'>

/** Draws events of one kind. A hook: it may read words, formats and what is known of members. */
export type UseEventRow = (event: ShownEvent) => EventRow

/** By kind: `order.placed`, or all of a noun by `order.*`. */
export type EventRows = Readonly<Record<string, UseEventRow>>

export const EventRowsContext = createContext<() => Promise<EventRows>>(() => Promise.resolve({}))

/** The rows of all slices; waits until their code is there. */
export function useEventRows(): EventRows {
  return use(use(EventRowsContext)())
}

/** How one kind is drawn: by its own row, by its noun's, or not at all. */
export function rowOf(rows: EventRows, kind: string): UseEventRow | undefined {
  return rows[kind] ?? rows[`${kind.split('.')[0]}.*`]
}
