import { IconNote, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { rowsOf, type EventRow, type ShownEvent, type ShownOf } from '../../../../ui/screen/event-rows.ts'
import { noteEvents } from '../events.ts'
import { getNote } from '../schema.ts'
import { NoteMenu } from './NoteMenu.tsx'
import { NoteText } from './NoteText.tsx'
import classes from './rows.module.css'

const messages = defineMessages('notes.rows', {
  added: 'Note',
  edited: 'Note edited',
  deleted: 'Note deleted',
  restored: 'Note restored',
  gone: 'This note was deleted.',
  all: 'Show all',
})

function useAdded(event: ShownOf<typeof noteEvents.added>): EventRow {
  const t = useMessages(messages)
  const { noteId: id, excerpt } = event.data
  return {
    icon: IconNote,
    title: t(noteEvents.added.is(event) ? 'added' : 'restored'),
    meta: event.actorName ?? undefined,
    body: excerpt ? <Excerpt id={id} text={excerpt} /> : t('gone'),
    actions: excerpt && id ? <NoteMenu id={id} /> : undefined,
  }
}

/** The beginning of a note; the rest is fetched when it is asked for. */
function Excerpt({ id, text }: { id: string | null; text: string }) {
  const t = useMessages(messages)
  const [open, setOpen] = useState(false)
  const note = useEndpoint(getNote, open && id ? { params: { id } } : null).data
  if (note) return <NoteText body={note.body} />
  return (
    <>
      {text}{' '}
      {text.endsWith('…') && id && (
        <button type="button" className={classes.more} onClick={() => setOpen(true)}>
          {t('all')}
        </button>
      )}
    </>
  )
}

function useEdited(event: ShownEvent): EventRow {
  const t = useMessages(messages)
  return { quiet: true, icon: IconPencil, title: t('edited'), meta: event.actorName ?? undefined }
}

function useDeleted(event: ShownEvent): EventRow {
  const t = useMessages(messages)
  return { quiet: true, icon: IconTrash, title: t('deleted'), meta: event.actorName ?? undefined }
}

export const rows = rowsOf(noteEvents, {
  added: useAdded,
  restored: useAdded,
  edited: useEdited,
  deleted: useDeleted,
})
