import { IconPointFilled } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { type EventRow, type EventRows, type ShownEvent, type UseEventRow } from '../../../../ui/screen/event-rows.ts'
import { spoken } from '../../../../ui/screen/event-groups.ts'
import { TimelineRow } from '../../../../ui/timeline/TimelineRow.tsx'
import type { TimelineItem } from '../schema.ts'
import { useChannelWords } from './channel-words.ts'

/** One event as its slice draws it; what no slice draws still says what it is. */
export function EventLine({ event, rows, lead }: { event: TimelineItem; rows: EventRows; lead?: ReactNode }) {
  const drawn: ShownEvent = {
    id: event.id,
    kind: event.kind,
    at: event.occurredAt,
    channel: event.channel,
    contactId: event.contactId,
    subjectId: event.subjectId,
    actorName: event.actor.kind === 'member' || event.actor.kind === 'api-key' ? event.actor.name : null,
    data: event.data,
  }
  // The kind of an event never changes, so the same hooks run each time.
  return <Drawn useRow={rows[event.kind] ?? usePlainRow} event={drawn} lead={lead} />
}

function Drawn({ useRow, event, lead }: { useRow: UseEventRow; event: ShownEvent; lead: ReactNode }) {
  const { quiet = true, meta = [event.actorName], ...row } = useRow(event)
  return (
    <TimelineRow
      {...row}
      at={event.at}
      lead={lead}
      quiet={quiet}
      meta={meta.filter(Boolean).join(' · ') || undefined}
    />
  )
}

function usePlainRow({ kind, channel, actorName, data }: ShownEvent): EventRow {
  const channelName = useChannelWords()
  const words = Object.values(data).find(
    value => typeof value === 'string' && value !== '' && !/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value),
  ) as string | undefined
  return {
    icon: channel ? undefined : IconPointFilled,
    quiet: channel === null,
    title: spoken(kind),
    meta: [channel && channelName(channel), actorName],
    body: words,
  }
}
