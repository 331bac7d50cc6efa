import { IconArrowBackUp, IconPaperclip, IconTrash } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import type { EventRow, EventRows, ShownEvent } from '../../../../ui/screen/event-rows.ts'
import type { FileEvents } from '../events.ts'

const messages = defineMessages('files.rows', {
  added: 'File {name}',
  deleted: 'File {name} deleted',
  restored: 'File {name} restored',
})

function useAdded(event: ShownEvent): EventRow {
  const t = useMessages(messages)
  const format = useFormat()
  const { name, size } = event.data as FileEvents['file.added']
  return {
    quiet: true,
    icon: IconPaperclip,
    title: t('added', { name }),
    meta: [format.bytes(size), event.actorName].filter(Boolean).join(' · '),
  }
}

function useDeleted(event: ShownEvent): EventRow {
  const t = useMessages(messages)
  const { name } = event.data as FileEvents['file.deleted']
  return { quiet: true, icon: IconTrash, title: t('deleted', { name }), meta: event.actorName ?? undefined }
}

function useRestored(event: ShownEvent): EventRow {
  const t = useMessages(messages)
  const { name } = event.data as FileEvents['file.restored']
  return { quiet: true, icon: IconArrowBackUp, title: t('restored', { name }), meta: event.actorName ?? undefined }
}

export const rows: EventRows = { 'file.added': useAdded, 'file.deleted': useDeleted, 'file.restored': useRestored }
