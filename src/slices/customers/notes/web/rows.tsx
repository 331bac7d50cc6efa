import { IconNote, IconPencil, IconPin, IconPinnedOff, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { wordedRows, type ShownOf } from '../../../../ui/screen/event-rows.ts'
import { noteEvents } from '../events.ts'
import { getNote } from '../schema.ts'
import { NoteMenu } from './NoteMenu.tsx'
import { NoteText } from './NoteText.tsx'
import classes from './rows.module.css'

const messages = defineMessages('notes.rows', {
  added: 'Note',
  edited: 'Note edited',
  pinned: 'Note pinned',
  unpinned: 'Note no longer pinned',
  deleted: 'Note deleted',
  restored: 'Note restored',
  gone: 'This note was deleted.',
  all: 'Show all',
})

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

function added({ data: { noteId: id, excerpt } }: ShownOf<typeof noteEvents.added>, title: string, gone: string) {
  return {
    quiet: false,
    icon: IconNote,
    title,
    body: excerpt ? <Excerpt id={id} text={excerpt} /> : gone,
    actions: excerpt && id ? <NoteMenu id={id} /> : undefined,
  }
}

export const rows = wordedRows(noteEvents, messages, {
  added: (event, t) => added(event, t('added'), t('gone')),
  restored: (event, t) => added(event, t('restored'), t('gone')),
  edited: (_event, t) => ({ icon: IconPencil, title: t('edited') }),
  pinned: (_event, t) => ({ icon: IconPin, title: t('pinned') }),
  unpinned: (_event, t) => ({ icon: IconPinnedOff, title: t('unpinned') }),
  deleted: (_event, t) => ({ icon: IconTrash, title: t('deleted') }),
})
