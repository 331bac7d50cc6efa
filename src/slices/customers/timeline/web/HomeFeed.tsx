import { useEffect, useState } from 'react'
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
  noneYet: 'Nothing of your customers among the latest events',
  emptyText: 'Orders, messages, notes and changes of all your customers appear here as they happen.',
  noneYetText: 'What imports brought in is left out here. Older events may be further back.',
  older: 'Show older',
})

/** A page looks at 10,000 events only; so many more are asked for until there is something to show. */
const mostLooks = 5

/** The last events of all customers that I may see, as they happen. */
export default function HomeFeed() {
  const t = useMessages(messages)
  const rows = useEventRows()
  const feed = useInfiniteEndpoint(listFeed, { query: { limit: 20 } })
  const { items, hasMore, loadMore, loadingMore } = feed
  const [wanted, setWanted] = useState(1)
  const [looks, setLooks] = useState(0)
  const looksOn = items.length < wanted && hasMore && looks < mostLooks
  useEffect(() => {
    if (!looksOn || loadingMore) return
    setLooks(before => before + 1)
    loadMore()
  }, [looksOn, loadingMore, loadMore])
  const showOlder = () => {
    setWanted(items.length + 1)
    setLooks(0)
  }
  return (
    <Section title={t('title')}>
      <div className={classes.feed}>
        <Timeline
          label={t('title')}
          list={{ ...feed, loading: feed.loading || looksOn, hasMore: false }}
          compact
          at={event => event.recordedAt}
          renderItem={event => (
            <EventLine event={{ ...event, occurredAt: event.recordedAt }} rows={rows} lead={<Whom {...event} />} />
          )}
          empty={
            <EmptyState
              title={t(hasMore ? 'noneYet' : 'empty')}
              description={t(hasMore ? 'noneYetText' : 'emptyText')}
            />
          }
        />
      </div>
      {hasMore && <SmallButton label={t('older')} loading={looksOn || loadingMore} onClick={showOlder} />}
    </Section>
  )
}
