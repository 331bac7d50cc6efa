import { IconForms } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { wordedRows } from '../../../../ui/screen/event-rows.ts'
import { formEvents } from '../events.ts'

const messages = defineMessages('forms.rows', {
  submitted: 'Sent the form “{form}”',
  files: '{count, plural, one {# file} other {# files}}',
})

export const rows = wordedRows(formEvents, messages, {
  submitted: ({ data: { form, excerpt, files } }, t) => ({
    quiet: false,
    icon: IconForms,
    title: t('submitted', { form }),
    body: excerpt ?? undefined,
    meta: [files > 0 && t('files', { count: files })],
  }),
})
