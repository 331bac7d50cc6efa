import { IconArrowBackUp, IconBuilding, IconPencil, IconTrash } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { rowsOf, type EventRow, type ShownEvent, type ShownOf } from '../../../../ui/screen/event-rows.ts'
import { companyEvents } from '../events.ts'

const messages = defineMessages('companies.rows', {
  created: 'Company created',
  from: 'from {source}',
  changed: '{count, plural, one {# field of the company changed} other {# fields of the company changed}}',
  deleted: 'Company moved to the bin',
  restored: 'Company restored from the bin',
  change: '{field}: {before} → {after}',
  none: 'none',
})

function useCreated(event: ShownOf<typeof companyEvents.created>): EventRow {
  const t = useMessages(messages)
  const { source } = event.data
  return {
    quiet: true,
    icon: IconBuilding,
    title: t('created'),
    meta: [source && t('from', { source }), event.actorName].filter(Boolean).join(' · '),
  }
}

function useChanged(event: ShownOf<typeof companyEvents.changed>): EventRow {
  const t = useMessages(messages)
  const format = useFormat()
  const changes = Object.entries(event.data.changes)
  const text = (value: unknown) => {
    if (value === null || value === undefined || value === '') return t('none')
    if (typeof value === 'number') return format.number(value)
    return typeof value === 'object' || /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(String(value)) ? '…' : String(value)
  }
  return {
    quiet: true,
    icon: IconPencil,
    title: t('changed', { count: changes.length }),
    meta: event.actorName ?? undefined,
    body: changes
      .map(([field, [before, after]]) => t('change', { field, before: text(before), after: text(after) }))
      .join(' · '),
  }
}

function useBinned(event: ShownEvent): EventRow {
  const t = useMessages(messages)
  return { quiet: true, icon: IconTrash, title: t('deleted'), meta: event.actorName ?? undefined }
}

function useRestored(event: ShownEvent): EventRow {
  const t = useMessages(messages)
  return { quiet: true, icon: IconArrowBackUp, title: t('restored'), meta: event.actorName ?? undefined }
}

export const rows = rowsOf(companyEvents, {
  created: useCreated,
  changed: useChanged,
  deleted: useBinned,
  restored: useRestored,
})
