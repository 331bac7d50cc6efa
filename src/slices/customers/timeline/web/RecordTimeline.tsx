import { Button } from '@mantine/core'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { optionsOf } from '../../../../ui/fields/options-of.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { EmptyState } from '../../../../ui/layout/EmptyState.tsx'
import { useEventGroups } from '../../../../ui/screen/event-groups.ts'
import { useEventRows } from '../../../../ui/screen/event-rows.ts'
import type { ShownRecord } from '../../../../ui/screen/slots.ts'
import { Timeline } from '../../../../ui/timeline/Timeline.tsx'
import { ChoiceMenu } from '../../../../ui/toolbar/ChoiceMenu.tsx'
import { SearchBox } from '../../../../ui/toolbar/SearchBox.tsx'
import { timelineOf } from '../schema.ts'
import { useChannelWords } from './channel-words.ts'
import { EventLine } from './EventLine.tsx'
import classes from './RecordTimeline.module.css'
import { Whom } from './Whom.tsx'

const messages = defineMessages('timeline.record-timeline', {
  label: 'Timeline of {name}',
  all: 'Everything',
  kind: 'Kind',
  allChannels: 'All channels',
  channel: 'Channel',
  search: 'Search the timeline',
  empty: 'Nothing here yet',
  emptyText: 'What happens and what is changed appears here.',
  none: 'Nothing fits',
  clear: 'Show everything',
})

/** Everything that happened with a record, newest first, as it happens. */
export default function RecordTimeline({ table, id, name }: ShownRecord) {
  const t = useMessages(messages)
  const { groupOf, nameOf } = useEventGroups()
  const channelName = useChannelWords()
  const rows = useEventRows()
  const [groups, setGroups] = useState<string[]>([])
  const [channels, setChannels] = useState<string[]>([])
  const [q, setQ] = useState('')
  const timeline = timelineOf(table)
  const known = useEndpoint(timeline.kinds, { params: { id } }).data
  const kinds = known?.kinds ?? []
  const groupChoices = [...new Set(kinds.map(groupOf))].map(group => ({
    value: group,
    label: nameOf(group),
  }))
  const channelChoices = optionsOf(known?.channels ?? [], channelName)

  const wanted = kinds.filter(kind => groups.includes(groupOf(kind)))
  const query = {
    limit: 50,
    q: q || undefined,
    'filter[kind]': wanted.length > 0 ? wanted.join(',') : undefined,
    'filter[channel]': channels.length > 0 ? channels.join(',') : undefined,
  }
  const events = useInfiniteEndpoint(timeline.list, { params: { id }, query })
  const narrowed = groups.length > 0 || channels.length > 0 || q !== ''
  const clear = () => {
    setGroups([])
    setChannels([])
    setQ('')
  }
  return (
    <>
      <div className={classes.toolbar}>
        {groupChoices.length > 1 && (
          <ChoiceMenu
            label={t('kind')}
            allLabel={t('all')}
            choices={groupChoices}
            value={groups}
            onChange={setGroups}
          />
        )}
        {channelChoices.length > 1 && (
          <ChoiceMenu
            label={t('channel')}
            allLabel={t('allChannels')}
            choices={channelChoices}
            value={channels}
            onChange={setChannels}
          />
        )}
        <span className={classes.search}>
          <SearchBox value={q} onChange={setQ} label={t('search')} />
        </span>
      </div>
      <Timeline
        label={t('label', { name })}
        list={events}
        at={event => event.occurredAt}
        renderItem={event => (
          <EventLine event={event} rows={rows} lead={(event.contact || event.linked) && <Whom {...event} />} />
        )}
        empty={
          narrowed ? (
            <EmptyState
              title={t('none')}
              action={
                <Button variant="default" onClick={clear}>
                  {t('clear')}
                </Button>
              }
            />
          ) : (
            <EmptyState title={t('empty')} description={t('emptyText')} />
          )
        }
      />
    </>
  )
}
