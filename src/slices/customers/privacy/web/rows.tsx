import { IconGavel, IconUserX } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import type { EventRow, EventRows, ShownEvent } from '../../../../ui/screen/event-rows.ts'
import type { PrivacyEvents } from '../events.ts'

const messages = defineMessages('privacy.rows', {
  held: 'Put under legal hold',
  heldUntil: 'Put under legal hold until {day}',
  released: 'Legal hold ended',
  erased: 'Person erased',
})

function useHeld(event: ShownEvent): EventRow {
  const t = useMessages(messages)
  const format = useFormat()
  const { until } = event.data as Partial<PrivacyEvents['contact.held']>
  const title = until ? t('heldUntil', { day: format.day(until) }) : t('held')
  return { quiet: true, icon: IconGavel, title, meta: event.actorName ?? undefined }
}

function useReleased(event: ShownEvent): EventRow {
  const t = useMessages(messages)
  return { quiet: true, icon: IconGavel, title: t('released'), meta: event.actorName ?? undefined }
}

function useErased(): EventRow {
  const t = useMessages(messages)
  return { quiet: true, icon: IconUserX, title: t('erased') }
}

export const rows: EventRows = {
  'contact.held': useHeld,
  'contact.released': useReleased,
  'contact.erased': useErased,
}
