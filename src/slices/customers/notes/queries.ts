import { sql } from 'kysely'
import { defineAbsence } from '../../../kernel/errors.ts'
import { escapeLike } from '../../../platform/list/filter.ts'
import { attachedQueries } from '../contacts/public.ts'
import { noteRecord, type StoredNote } from './record.ts'
import type { Note } from './schema.ts'

export const noNote = defineAbsence('notes.no-note', 'note')

export const notes = attachedQueries<Note, StoredNote>({
  record: noteRecord,
  alias: 'n',
  member: { column: 'n.author_id', name: 'author_name' },
  absent: noNote,
  list: { defaultSort: '-createdAt', search: q => sql<boolean>`n.body ilike ${`%${escapeLike(q)}%`}` },
})
