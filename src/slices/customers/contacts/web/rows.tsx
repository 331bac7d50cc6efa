import { IconArrowBackUp, IconAt, IconPencil, IconTrash, IconUserPlus } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { rowsOf, type EventRow, type ShownEvent, type ShownOf } from '../../../../ui/screen/event-rows.ts'
import { useMembers } from '../../../workspace/members/web/public.tsx'
import { useTeams } from '../../../workspace/teams/web/public.tsx'
import { useCustomFields } from '../../fields/web/public.tsx'
import { useTags } from '../../tags/web/public.tsx'
import { contactEvents, handleEvents } from '../events.ts'
import { handleKinds, type HandleKind } from '../schema.ts'
import { contactWords } from './contact-words.ts'
import { handleIcons, handleWords } from './handle-words.ts'

const messages = defineMessages('contacts.rows', {
  created: 'Contact created',
  from: 'from {source}',
  deleted: 'Moved to the bin',
  restored: 'Restored from the bin',
  added: '{kind} added',
  removed: '{kind} removed',
  set: '{field} set to {after}',
  changed: '{field} changed',
  cleared: '{field} cleared',
  several: '{count, plural, one {# field changed} other {# fields changed}}',
  change: '{before} → {after}',
  none: 'none',
  someone: 'somebody else',
})

function useCreated(event: ShownOf<typeof contactEvents.created>): EventRow {
  const t = useMessages(messages)
  const { source } = event.data
  return {
    quiet: true,
    icon: IconUserPlus,
    title: t('created'),
    meta: [source && t('from', { source }), event.actorName].filter(Boolean).join(' · '),
  }
}

function useChanged(event: ShownOf<typeof contactEvents.changed>): EventRow {
  const t = useMessages(messages)
  const nameOf = useFieldNames()
  const changes = Object.entries(event.data.changes).flatMap(([key, [before, after]]) => nameOf(key, before, after))
  const [first] = changes
  const base = { quiet: true, icon: IconPencil, meta: event.actorName ?? undefined }
  if (changes.length === 1 && first) {
    const title =
      first.after === ''
        ? t('cleared', { field: first.field })
        : first.before === ''
          ? t('set', { field: first.field, after: first.after })
          : t('changed', { field: first.field })
    return { ...base, title, body: first.before !== '' && first.after !== '' ? t('change', first) : undefined }
  }
  const lines = changes.map(
    ({ field, before, after }) =>
      `${field}: ${t('change', { before: before || t('none'), after: after || t('none') })}`,
  )
  return { ...base, title: t('several', { count: changes.length }), body: lines.join(' · ') }
}

/** Field names and values of a change as people read them. */
function useFieldNames() {
  const t = useMessages(messages)
  const words = useMessages(contactWords)
  const format = useFormat()
  const members = useMembers()
  const teams = useTeams()
  const tags = useTags()
  const custom = useCustomFields('contact')
  const known = (key: string): key is Parameters<typeof words>[0] =>
    /^(name|firstName|lastName|jobTitle|email|phone|companyId|ownerId|teamId|lifecycle|tagIds|street|city|region|postalCode|country|language|timeZone|birthday|source)$/.test(
      key,
    )
  const text = (key: string, value: unknown): string => {
    if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return ''
    if (key === 'ownerId') return members.nameOf(String(value)) ?? t('someone')
    if (key === 'teamId') return teams.nameOf(String(value)) ?? t('someone')
    if (key === 'tagIds') return format.list(tags.find(value as string[]).map(tag => tag.name))
    if (key === 'lifecycle') return words(value as 'lead')
    if (typeof value === 'number') return format.number(value)
    if (Array.isArray(value)) return format.list(value.map(String))
    return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(String(value)) ? '…' : String(value)
  }
  return (key: string, before: unknown, after: unknown) => {
    if (key === 'fields') {
      const [old, now] = [before, after].map(value => (value ?? {}) as Record<string, unknown>)
      const names = [...new Set([...Object.keys(old!), ...Object.keys(now!)])].filter(
        name => JSON.stringify(old![name]) !== JSON.stringify(now![name]),
      )
      return names.map(name => ({ field: labelOf(name), before: text('', old![name]), after: text('', now![name]) }))
    }
    const field = known(key) ? words(key) : labelOf(key.replace(/^fields\./, ''))
    return [{ field, before: text(key, before), after: text(key, after) }]
  }
  function labelOf(name: string) {
    return custom.find(field => field.name === name)?.label ?? name
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

function useHandleRow(event: ShownOf<typeof handleEvents.added>): EventRow {
  const t = useMessages(messages)
  const words = useMessages(handleWords)
  const { kind, value } = event.data
  const known = handleKinds.includes(kind as HandleKind) ? (kind as HandleKind) : null
  return {
    quiet: true,
    icon: known ? handleIcons[known] : IconAt,
    title: t(handleEvents.added.is(event) ? 'added' : 'removed', { kind: known ? words(known) : kind }),
    meta: [value, event.actorName].filter(Boolean).join(' · '),
  }
}

export const rows = {
  ...rowsOf(contactEvents, { created: useCreated, changed: useChanged, deleted: useBinned, restored: useRestored }),
  ...rowsOf(handleEvents, { added: useHandleRow, removed: useHandleRow }),
}
