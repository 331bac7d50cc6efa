import { IconGavel, IconUserX } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { wordedRows } from '../../../../ui/screen/event-rows.ts'
import { privacyEvents } from '../events.ts'

const messages = defineMessages('privacy.rows', {
  held: 'Put under legal hold',
  heldUntil: 'Put under legal hold until {day}',
  released: 'Legal hold ended',
  erased: 'Person erased',
})

export const rows = wordedRows(privacyEvents, messages, {
  held: ({ data: { until } }, t, format) => ({
    icon: IconGavel,
    title: until ? t('heldUntil', { day: format.day(until) }) : t('held'),
  }),
  released: (_event, t) => ({ icon: IconGavel, title: t('released') }),
  erased: (_event, t) => ({ icon: IconUserX, title: t('erased'), meta: [] }),
})
