import { IconGavel, IconUserX } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { rowsOf, type EventRow, type ShownEvent, type ShownOf } from '../../../../ui/screen/event-rows.ts'
import { privacyEvents } from '../events.ts'

const messages = defineMessages('privacy.rows', {
  held: 'Put under legal hold',
  heldUntil: 'Put under legal hold until {day}',
  released: 'Legal hold ended',
  erased: 'Person erased',
})

function useHeld(event: ShownOf<typeof privacyEvents.held>): EventRow {
  const t = useMessages(messages)
  const format = useFormat()
  const { until } = event.data
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

export const rows = rowsOf(privacyEvents, { held: useHeld, released: useReleased, erased: useErased })
