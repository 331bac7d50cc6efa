import { IconForms } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { rowsOf, type EventRow, type ShownOf } from '../../../../ui/screen/event-rows.ts'
import { formEvents } from '../events.ts'

const messages = defineMessages('forms.rows', {
  submitted: 'Sent the form “{form}”',
  files: '{count, plural, one {# file} other {# files}}',
})

function useSubmitted(event: ShownOf<typeof formEvents.submitted>): EventRow {
  const t = useMessages(messages)
  const { form, excerpt, files } = event.data
  return {
    icon: IconForms,
    title: t('submitted', { form }),
    body: excerpt ?? undefined,
    meta: files > 0 ? t('files', { count: files }) : undefined,
  }
}

export const rows = rowsOf(formEvents, { submitted: useSubmitted })
