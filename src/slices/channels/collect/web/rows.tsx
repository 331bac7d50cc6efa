import { IconBuilding, IconClick, IconDeviceMobile, IconEye, IconId, IconLink } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { rowsOf, type EventRow, type ShownEvent, type ShownOf } from '../../../../ui/screen/event-rows.ts'
import { useChannelWords } from '../../../customers/timeline/web/public.tsx'
import { identifyEvents, pageEvents, productEvents, screenEvents } from '../events.ts'

const messages = defineMessages('collect.rows', {
  viewed: 'Viewed {page}',
  page: 'a page',
  screen: 'a screen',
  identified: 'Identified',
  grouped: 'Belongs to {group}',
  aliased: 'Known under another id',
})

/** A few of the properties in words; what is nested is left to the API. */
function inWords(properties: Record<string, unknown> = {}, but: readonly string[] = []): string | undefined {
  const words = Object.entries(properties).flatMap(([name, value]) =>
    (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'boolean'
      ? but.includes(name)
        ? []
        : [`${name}: ${String(value).slice(0, 80)}`]
      : [],
  )
  return words.slice(0, 5).join(' · ') || undefined
}

function useMeta({ channel, data }: ShownEvent<{ source?: string }>): string | undefined {
  const channelName = useChannelWords()
  return [channel && channelName(channel), data.source].filter(Boolean).join(' · ') || undefined
}

function pathOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).pathname : url
}

function useTracked(event: ShownOf<typeof productEvents.tracked>): EventRow {
  const { name, properties } = event.data
  return { icon: IconClick, title: name ?? event.kind, meta: useMeta(event), body: inWords(properties) }
}

function useViewed(event: ShownOf<typeof pageEvents.viewed>): EventRow {
  const t = useMessages(messages)
  const { name, title, url, path = pathOf(url) } = event.data
  const page = name ?? title ?? path ?? t('page')
  return { icon: IconEye, title: t('viewed', { page }), meta: useMeta(event), body: path }
}

function useScreen(event: ShownOf<typeof screenEvents.viewed>): EventRow {
  const t = useMessages(messages)
  const { name } = event.data
  return { icon: IconDeviceMobile, title: t('viewed', { page: name ?? t('screen') }), meta: useMeta(event) }
}

function useIdentified(event: ShownOf<typeof identifyEvents.identified>): EventRow {
  const t = useMessages(messages)
  const { traits } = event.data
  return { quiet: true, icon: IconId, title: t('identified'), meta: useMeta(event), body: inWords(traits) }
}

function useGrouped(event: ShownOf<typeof identifyEvents.grouped>): EventRow {
  const t = useMessages(messages)
  const { group, traits } = event.data
  const name = typeof traits?.['name'] === 'string' ? traits['name'] : (group ?? '')
  return { quiet: true, icon: IconBuilding, title: t('grouped', { group: name }), meta: useMeta(event) }
}

function useAliased(event: ShownOf<typeof identifyEvents.aliased>): EventRow {
  const t = useMessages(messages)
  return { quiet: true, icon: IconLink, title: t('aliased'), meta: useMeta(event) }
}

export const rows = {
  ...rowsOf(productEvents, { tracked: useTracked }),
  ...rowsOf(pageEvents, { viewed: useViewed }),
  ...rowsOf(screenEvents, { viewed: useScreen }),
  ...rowsOf(identifyEvents, { identified: useIdentified, grouped: useGrouped, aliased: useAliased }),
}
