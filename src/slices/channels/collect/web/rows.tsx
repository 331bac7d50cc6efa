import { IconBuilding, IconClick, IconDeviceMobile, IconEye, IconId, IconLink } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { clip } from '../../../../kernel/text.ts'
import { wordedRows, type ShownEvent } from '../../../../ui/screen/event-rows.ts'
import { useChannelWords } from '../../../customers/timeline/web/public.tsx'
import { identifyEvents, pageEvents, trackEvents, screenEvents } from '../events.ts'

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
        : [`${name}: ${clip(String(value), 80)}`]
      : [],
  )
  return words.slice(0, 5).join(' · ') || undefined
}

function useMeta({ channel, data }: ShownEvent<{ source?: string }>) {
  const channelName = useChannelWords()
  return [channel && channelName(channel), data.source]
}

function pathOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).pathname : url
}

export const rows = {
  ...wordedRows(trackEvents, messages, {
    tracked: event => ({
      quiet: false,
      icon: IconClick,
      title: event.data.name ?? event.kind,
      meta: useMeta(event),
      body: inWords(event.data.properties),
    }),
  }),
  ...wordedRows(pageEvents, messages, {
    viewed(event, t) {
      const { name, title, url, path = pathOf(url) } = event.data
      const page = name ?? title ?? path ?? t('page')
      return { quiet: false, icon: IconEye, title: t('viewed', { page }), meta: useMeta(event), body: path }
    },
  }),
  ...wordedRows(screenEvents, messages, {
    viewed: (event, t) => ({
      quiet: false,
      icon: IconDeviceMobile,
      title: t('viewed', { page: event.data.name ?? t('screen') }),
      meta: useMeta(event),
    }),
  }),
  ...wordedRows(identifyEvents, messages, {
    identified: (event, t) => ({
      icon: IconId,
      title: t('identified'),
      meta: useMeta(event),
      body: inWords(event.data.traits),
    }),
    grouped(event, t) {
      const { group, traits } = event.data
      const name = typeof traits?.['name'] === 'string' ? traits['name'] : (group ?? '')
      return { icon: IconBuilding, title: t('grouped', { group: name }), meta: useMeta(event) }
    },
    aliased: (event, t) => ({ icon: IconLink, title: t('aliased'), meta: useMeta(event) }),
  }),
}
