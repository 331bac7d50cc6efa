import type { ReactNode } from 'react'
import { TimelineRow } from '../timeline/TimelineRow.tsx'
import type { ShownEvent, UseEventRow } from './event-rows.ts'

export interface DrawnEventProps {
  event: ShownEvent
  /** The row of its kind. That never changes, so the same hooks run each time. */
  useRow: UseEventRow
  lead?: ReactNode
  /** Instead of what the row says. */
  meta?: ReactNode
}

/** An event as its slice draws it. */
export function DrawnEvent({ event, useRow, lead, meta }: DrawnEventProps) {
  const { quiet = true, meta: words = [event.actorName], ...row } = useRow(event)
  const said = meta ?? (words.filter(Boolean).join(' · ') || undefined)
  return <TimelineRow {...row} at={event.at} lead={lead} quiet={quiet} meta={said} />
}
