import { IconBuilding, IconClick, IconDeviceMobile, IconEye, IconId, IconLink } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import type { EventRow, EventRows, ShownEvent } from '../../../../ui/screen/event-rows.ts'
import { useChannelWords } from '../../../customers/timeline/web/public.tsx'

const messages = defineMessages('collect.rows', {
  viewed: 'Viewed {page}',
  page: 'a page',
  screen: 'a screen',
  identified: 'Identified',
  grouped: 'Belongs to {group}',
  aliased: 'Known under another id',
})

interface Told {
  source?: string
  name?: string
  url?: string
  title?: string
  group?: string
  properties?: Record<string, unknown>
  traits?: Record<string, unknown>
}

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

function useMeta({ channel, data }: ShownEvent): string | undefined {
  const channelName = useChannelWords()
  return [channel && channelName(channel), (data as Told).source].filter(Boolean).join(' · ') || undefined
}

function pathOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).pathname : url
}

function useTracked(event: ShownEvent): EventRow {
  const { name, properties } = event.data as Told
  return { icon: IconClick, title: name ?? event.kind, meta: useMeta(event), body: inWords(properties) }
}

function useViewed(event: ShownEvent): EventRow {
  const t = useMessages(messages)
  const { name, title, url } = event.data as Told
  const page = name ?? title ?? pathOf(url) ?? t('page')
  return { icon: IconEye, title: t('viewed', { page }), meta: useMeta(event), body: pathOf(url) }
}

function useScreen(event: ShownEvent): EventRow {
  const t = useMessages(messages)
  const { name } = event.data as Told
  return { icon: IconDeviceMobile, title: t('viewed', { page: name ?? t('screen') }), meta: useMeta(event) }
}

function useIdentified(event: ShownEvent): EventRow {
  const t = useMessages(messages)
  const { traits } = event.data as Told
  return { quiet: true, icon: IconId, title: t('identified'), meta: useMeta(event), body: inWords(traits) }
}

function useGrouped(event: ShownEvent): EventRow {
  const t = useMessages(messages)
  const { group = '', traits } = event.data as Told
  const name = typeof traits?.['name'] === 'string' ? traits['name'] : group
  return { quiet: true, icon: IconBuilding, title: t('grouped', { group: name }), meta: useMeta(event) }
}

function useAliased(event: ShownEvent): EventRow {
  const t = useMessages(messages)
  return { quiet: true, icon: IconLink, title: t('aliased'), meta: useMeta(event) }
}

export const rows: EventRows = {
  'product.tracked': useTracked,
  'page.viewed': useViewed,
  'screen.viewed': useScreen,
  'contact.identified': useIdentified,
  'contact.grouped': useGrouped,
  'contact.aliased': useAliased,
}
