import { createContext, use } from 'react'
import type { AnyEvents, EventKind } from '../../kernel/event.ts'
import type { Messages, Translate } from '../../kernel/messages.ts'
import type { Formatters } from '../i18n/format.ts'
import { useFormat, useMessages } from '../i18n/i18n.tsx'
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

export interface EventRow extends Omit<TimelineRowProps, 'at' | 'meta'> {
  /** False: a meeting with the customer. */
  quiet?: boolean
  /** Small words after the title; who did it, where nothing else is said. */
  meta?: readonly (string | null | undefined | false)[]
}

/** Draws events of one kind. A hook: it may read what is known of members. */
export type UseEventRow<Data = any> = (event: ShownEvent<Data>) => EventRow

/** The same, given the words and formats of its reader. */
type UseWordedRow<English extends Record<string, string>, Data> = (
  event: ShownEvent<Data>,
  t: Translate<English>,
  format: Formatters,
) => EventRow

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

/** The same of rows that are given their words. */
export function wordedRows<E extends AnyEvents, English extends Record<string, string>>(
  events: E,
  messages: Messages<English>,
  rows: { readonly [Key in keyof E]: UseWordedRow<English, DataOf<E[Key]>> },
): EventRows {
  const worded = Object.entries(rows).map(([key, draw]) => [
    key,
    function useRow(event: ShownEvent<any>) {
      return (draw as UseWordedRow<English, any>)(event, useMessages(messages), useFormat())
    },
  ])
  return rowsOf(events, Object.fromEntries(worded) as Parameters<typeof rowsOf<E>>[1])
}

export const EventRowsContext = createContext<() => Promise<EventRows>>(() => Promise.resolve({}))

/** The rows of all slices; waits until their code is there. */
export function useEventRows(): EventRows {
  return use(use(EventRowsContext)())
}
