import { SegmentedControl } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { optionsOf } from '../../../../ui/fields/options-of.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { Items } from '../../../../ui/screen/Items.tsx'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import type { ScreenProps } from '../../../../ui/screen/web-slice.ts'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import { SettingsPage } from '../../../workspace/settings/web/public.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { getSource, listRejections } from '../schema.ts'
import { LiveEvents } from './LiveEvents.tsx'
import { SetUp } from './SetUp.tsx'
import { sourceWords } from './source-words.ts'
import classes from './Sources.module.css'
import { SourceSettings } from './SourceSettings.tsx'

const messages = defineMessages('collect.source-screen', {
  setUp: 'Set up',
  live: 'Live',
  rejected: 'Not understood',
  settings: 'Settings',
  label: 'Events that could not be understood',
  empty: 'Everything was understood',
  emptyText: 'An event that is wrong stands here with the reason; those sent with it are taken.',
})

type Part = 'setUp' | 'live' | 'rejected' | 'settings'

export default function SourceScreen({ params }: ScreenProps) {
  const t = useMessages(messages)
  const words = useMessages(sourceWords)
  const can = useCan()
  const source = useEndpoint(getSource, { params: { id: params['id']! } })
  const [chosen, setChosen] = useState<Part | null>(null)
  const parts: Part[] = ['setUp', 'live', 'rejected', ...(can('collect:write') ? ['settings' as const] : [])]
  const { data } = source
  // Who has events already comes to look at them.
  const part = chosen ?? (data?.lastEventAt ? 'live' : 'setUp')
  return (
    <SettingsPage title={data?.name ?? words('sources')}>
      <Loaded from={source} rows={6} height={44}>
        {source => (
          <>
            <div className={classes.tabs}>
              <SegmentedControl
                aria-label={source.name}
                size="xs"
                value={part}
                onChange={value => setChosen(value as Part)}
                data={optionsOf(parts, t)}
              />
            </div>
            {part === 'setUp' && <SetUp source={source} />}
            {part === 'live' && <LiveEvents sourceId={source.id} />}
            {part === 'rejected' && <Rejections sourceId={source.id} />}
            {part === 'settings' && <SourceSettings key={source.id} source={source} />}
          </>
        )}
      </Loaded>
    </SettingsPage>
  )
}

function Rejections({ sourceId }: { sourceId: string }) {
  const t = useMessages(messages)
  const list = useInfiniteEndpoint(listRejections, { params: { id: sourceId }, query: { limit: 25 } })
  return (
    <Items
      list={list}
      label={t('label')}
      empty={{ icon: IconCircleCheck, title: t('empty'), description: t('emptyText') }}
    >
      {({ id, reason, body, createdAt }) => (
        <ItemRow
          key={id}
          title={reason}
          detail={
            <pre className={classes.body} tabIndex={0}>
              {body}
            </pre>
          }
          trailing={<RelativeTime at={createdAt} />}
        />
      )}
    </Items>
  )
}
