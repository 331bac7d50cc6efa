import { IconArrowBackUp, IconPaperclip, IconTrash } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { wordedRows } from '../../../../ui/screen/event-rows.ts'
import { fileEvents } from '../events.ts'

const messages = defineMessages('files.rows', {
  added: 'File {name}',
  deleted: 'File {name} deleted',
  restored: 'File {name} restored',
})

export const rows = wordedRows(fileEvents, messages, {
  added: ({ data: { name, size }, actorName }, t, format) => ({
    icon: IconPaperclip,
    title: t('added', { name }),
    meta: [format.bytes(size), actorName],
  }),
  deleted: ({ data: { name } }, t) => ({ icon: IconTrash, title: t('deleted', { name }) }),
  restored: ({ data: { name } }, t) => ({ icon: IconArrowBackUp, title: t('restored', { name }) }),
})
