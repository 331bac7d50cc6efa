import { sql } from 'kysely'
import { notFound } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { escapeLike } from '../../../platform/list/filter.ts'
import { attachedQueries } from '../contacts/public.ts'
import { noteRecord, type StoredNote } from './record.ts'
import type { Note } from './schema.ts'

const words = defineMessages('notes.queries', {
  noNote: 'There is no such note, or you may not see it.',
})

export const noNote = () => notFound(say(words, 'noNote'))

export const notes = attachedQueries<Note, StoredNote>({
  record: noteRecord,
  alias: 'n',
  member: { column: 'n.author_id', name: 'author_name' },
  absent: noNote,
  list: { defaultSort: '-createdAt', search: q => sql<boolean>`n.body ilike ${`%${escapeLike(q)}%`}` },
})
