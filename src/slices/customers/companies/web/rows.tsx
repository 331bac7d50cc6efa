import { IconArrowBackUp, IconBuilding, IconPencil, IconTrash } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import type { EventRow, EventRows, ShownEvent } from '../../../../ui/screen/event-rows.ts'
import type { CompanyEvents } from '../events.ts'

const messages = defineMessages('companies.rows', {
  created: 'Company created',
  from: 'from {source}',
  changed: '{count, plural, one {# field of the company changed} other {# fields of the company changed}}',
  deleted: 'Company moved to the bin',
  restored: 'Company restored from the bin',
  change: '{field}: {before} → {after}',
  none: 'none',
})

function useCreated(event: ShownEvent): EventRow {
  const t = useMessages(messages)
  const { source } = event.data as CompanyEvents['company.created']
  return {
    quiet: true,
    icon: IconBuilding,
    title: t('created'),
    meta: [source && t('from', { source }), event.actorName].filter(Boolean).join(' · '),
  }
}

function useChanged(event: ShownEvent): EventRow {
  const t = useMessages(messages)
  const format = useFormat()
  const changes = Object.entries((event.data as CompanyEvents['company.changed']).changes)
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

export const rows: EventRows = {
  'company.created': useCreated,
  'company.changed': useChanged,
  'company.deleted': useBinned,
  'company.restored': useRestored,
}
