import { IconForms } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import type { EventRow, EventRows, ShownEvent } from '../../../../ui/screen/event-rows.ts'
import type { FormEvents } from '../events.ts'

const messages = defineMessages('forms.rows', {
  submitted: 'Sent the form “{form}”',
  files: '{count, plural, one {# file} other {# files}}',
})

function useSubmitted(event: ShownEvent): EventRow {
  const t = useMessages(messages)
  const { form, excerpt, files } = event.data as FormEvents['form.submitted']
  return {
    icon: IconForms,
    title: t('submitted', { form }),
    body: excerpt ?? undefined,
    meta: files > 0 ? t('files', { count: files }) : undefined,
  }
}

export const rows: EventRows = { 'form.submitted': useSubmitted }
