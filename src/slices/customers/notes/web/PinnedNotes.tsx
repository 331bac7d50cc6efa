import { defineMessages } from '../../../../kernel/messages.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { linkedOf, NamedRecords } from '../../../../ui/record/NamedRecords.tsx'
import type { ShownRecord } from '../../../../ui/screen/slots.ts'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import { listNotes } from '../schema.ts'
import { NoteMenu } from './NoteMenu.tsx'
import { NoteText } from './NoteText.tsx'
import classes from './PinnedNotes.module.css'

const messages = defineMessages('notes.pinned-notes', { title: 'Pinned notes' })

/** Notes that matter every time; absent when there are none. */
export default function PinnedNotes({ kind, id }: ShownRecord) {
  const t = useMessages(messages)
  const query = { 'filter[subjectKind]': kind, 'filter[subjectId]': id, 'filter[isPinned]': 'true', limit: 10 }
  const notes = useEndpoint(listNotes, { query }).data?.items ?? []
  if (notes.length === 0) return null
  return (
    <Section title={t('title')}>
      <ul className={classes.list}>
        {notes.map(note => (
          <li key={note.id} className={classes.note}>
            <NoteText body={note.body} />
            <div className={classes.meta}>
              <span>{note.authorName}</span>
              <RelativeTime at={note.createdAt} />
              <NamedRecords records={[linkedOf(note)]} within={id} />
              <span className={classes.menu}>
                <NoteMenu id={note.id} />
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
