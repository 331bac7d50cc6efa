import { sql } from 'kysely'
import { notFound } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { ListQuery } from '../../../kernel/page.ts'
import { columnsFor } from '../../../kernel/record/record.ts'
import type { Ctx } from '../../../platform/context.ts'
import { escapeLike } from '../../../platform/list/filter.ts'
import { listColumns, selectOf } from '../../../platform/record/fragments.ts'
import { attachedQueries } from '../contacts/public.ts'
import { noteRecord, type StoredNote } from './record.ts'
import type { Note } from './schema.ts'

const words = defineMessages('notes.queries', {
  noNote: 'There is no such note, or you may not see it.',
})

export const noNote = () => notFound(say(words, 'noNote'))

const { table, columns } = noteRecord

export const notes = attachedQueries<Note, StoredNote>({
  table,
  alias: 'n',
  shown: selectOf(columnsFor(columns, 'listed', 'shown'), 'n'),
  stored: selectOf(columns, 'n'),
  member: { column: 'n.author_id', name: 'author_name' },
  absent: noNote,
})

const list = {
  columns: listColumns(columns, 'n'),
  defaultSort: '-createdAt',
  search: (q: string) => sql<boolean>`n.body ilike ${`%${escapeLike(q)}%`}`,
}

export const listNotes = (ctx: Ctx, query: ListQuery) => notes.list(ctx, query, list)
