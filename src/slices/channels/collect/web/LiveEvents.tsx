import { IconActivity } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { EmptyState } from '../../../../ui/layout/EmptyState.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import { DrawnEvent } from '../../../../ui/screen/DrawnEvent.tsx'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import type { ShownEvent } from '../../../../ui/screen/event-rows.ts'
import { listRecent, type RecentEvent } from '../schema.ts'
import { rows } from './rows.tsx'
import classes from './Sources.module.css'

const messages = defineMessages('collect.live-events', {
  label: 'The last events',
  empty: 'Events appear here as they come',
  emptyText: 'Open your site with the script on it; its page view stands here within seconds.',
  nobody: 'nobody, without consent',
  order: 'kept as an order',
})

/** What comes in, newest first; looked up again while it is being watched. */
export function LiveEvents({ sourceId }: { sourceId: string }) {
  const t = useMessages(messages)
  const recent = useEndpoint(listRecent, { params: { id: sourceId } }, { every: 2000 })
  return (
    <Loaded from={recent} rows={6} height={44}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState icon={IconActivity} title={t('empty')} description={t('emptyText')} />
        ) : (
          <div className={classes.rows} aria-label={t('label')} role="region">
            {items.map(event => (
              <LiveEvent key={event.id} event={event} />
            ))}
          </div>
        )
      }
    </Loaded>
  )
}

function LiveEvent({ event }: { event: RecentEvent }) {
  const t = useMessages(messages)
  const drawn: ShownEvent = {
    id: event.id,
    kind: event.kind,
    at: event.recordedAt,
    channel: null,
    contactId: event.contactId,
    subjectId: null,
    actorName: null,
    data: event.data,
  }
  const who = event.contactId ? (
    <Link href={`/contacts/${event.contactId}`}>{event.contactName}</Link>
  ) : (
    t('order' in event.data ? 'order' : 'nobody')
  )
  return <DrawnEvent event={drawn} useRow={rows[event.kind]!} meta={<span className={classes.who}>{who}</span>} />
}
