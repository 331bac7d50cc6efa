import { IconPointFilled } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { DrawnEvent } from '../../../../ui/screen/DrawnEvent.tsx'
import type { EventRow, EventRows, ShownEvent } from '../../../../ui/screen/event-rows.ts'
import { spoken } from '../../../../ui/screen/event-groups.ts'
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
  return <DrawnEvent event={drawn} useRow={rows[event.kind] ?? usePlainRow} lead={lead} />
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
