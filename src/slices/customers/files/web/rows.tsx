import { IconArrowBackUp, IconPaperclip, IconTrash } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { rowsOf, type EventRow, type ShownOf } from '../../../../ui/screen/event-rows.ts'
import { fileEvents } from '../events.ts'

const messages = defineMessages('files.rows', {
  added: 'File {name}',
  deleted: 'File {name} deleted',
  restored: 'File {name} restored',
})

function useAdded(event: ShownOf<typeof fileEvents.added>): EventRow {
  const t = useMessages(messages)
  const format = useFormat()
  const { name, size } = event.data
  return {
    quiet: true,
    icon: IconPaperclip,
    title: t('added', { name }),
    meta: [format.bytes(size), event.actorName].filter(Boolean).join(' · '),
  }
}

function useDeleted(event: ShownOf<typeof fileEvents.deleted>): EventRow {
  const t = useMessages(messages)
  const { name } = event.data
  return { quiet: true, icon: IconTrash, title: t('deleted', { name }), meta: event.actorName ?? undefined }
}

function useRestored(event: ShownOf<typeof fileEvents.restored>): EventRow {
  const t = useMessages(messages)
  const { name } = event.data
  return { quiet: true, icon: IconArrowBackUp, title: t('restored', { name }), meta: event.actorName ?? undefined }
}

export const rows = rowsOf(fileEvents, { added: useAdded, deleted: useDeleted, restored: useRestored })
