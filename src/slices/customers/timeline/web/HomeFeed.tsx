import { defineMessages } from '../../../../kernel/messages.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { EmptyState } from '../../../../ui/layout/EmptyState.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { SmallButton } from '../../../../ui/layout/SmallButton.tsx'
import { useEventRows } from '../../../../ui/screen/event-rows.ts'
import { Timeline } from '../../../../ui/timeline/Timeline.tsx'
import { listFeed } from '../schema.ts'
import { EventLine } from './EventLine.tsx'
import classes from './HomeFeed.module.css'
import { Whom } from './Whom.tsx'

const messages = defineMessages('timeline.home-feed', {
  title: 'What happened',
  empty: 'Nothing has happened yet',
  noneLately: 'Nothing with your customers lately',
  emptyText: 'Orders, messages, notes and changes of all your customers appear here as they happen.',
  older: 'Show older',
})

/** The last events of all customers that I may see, as they happen. */
export default function HomeFeed() {
  const t = useMessages(messages)
  const rows = useEventRows()
  const feed = useInfiniteEndpoint(listFeed, { query: { limit: 20 } })
  return (
    <Section title={t('title')}>
      <div className={classes.feed}>
        <Timeline
          label={t('title')}
          list={{ ...feed, hasMore: false }}
          compact
          at={event => event.recordedAt}
          renderItem={event => (
            <EventLine event={{ ...event, occurredAt: event.recordedAt }} rows={rows} lead={<Whom {...event} />} />
          )}
          empty={<EmptyState title={t(feed.hasMore ? 'noneLately' : 'empty')} description={t('emptyText')} />}
        />
      </div>
      {feed.hasMore && <SmallButton label={t('older')} loading={feed.loadingMore} onClick={feed.loadMore} />}
    </Section>
  )
}
