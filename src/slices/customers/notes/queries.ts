import { sql } from 'kysely'
import { notFound } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { ListQuery, Page } from '../../../kernel/page.ts'
import { columnsFor } from '../../../kernel/record/record.ts'
import type { Ctx } from '../../../platform/context.ts'
import { escapeLike } from '../../../platform/list/filter.ts'
import { listPage, type ListSpec } from '../../../platform/list/list.ts'
import { listColumns, selectOf } from '../../../platform/record/fragments.ts'
import { joinMember } from '../../workspace/members/public.ts'
import { isParentVisible, parentFilterKeys, parentFilters, parentJoins } from '../contacts/public.ts'
import { noteRecord } from './record.ts'
import type { Note } from './schema.ts'

const words = defineMessages('notes.queries', {
  noNote: 'There is no such note, or you may not see it.',
})

export const noNote = () => notFound(say(words, 'noNote'))

const select = sql`${selectOf(columnsFor(noteRecord.columns, 'listed', 'shown'), 'n')}, pc.name as contact_name, pco.name as company_name, m.name as author_name`

const from = sql`notes n ${parentJoins('n')} ${joinMember('n.author_id')}`

export async function listNotes(ctx: Ctx, query: ListQuery): Promise<Page<Note>> {
  const spec: ListSpec = {
    from,
    select,
    where: [
      sql<boolean>`n.workspace_id = ${ctx.workspaceId} and n.deleted_at is null`,
      isParentVisible(ctx),
      ...(await parentFilters(ctx, 'n', query)),
    ],
    id: sql`n.id`,
    columns: listColumns(noteRecord.columns, 'n'),
    defaultSort: '-createdAt',
    search: q => sql<boolean>`n.body ilike ${`%${escapeLike(q)}%`}`,
  }
  return listPage(ctx.db, spec, query, parentFilterKeys)
}

export async function getNote(ctx: Ctx, id: string): Promise<Note> {
  const { rows } = await sql<Note>`select ${select} from ${from}
    where n.workspace_id = ${ctx.workspaceId}
    and n.id = ${id} and n.deleted_at is null and ${isParentVisible(ctx)}`.execute(ctx.db)
  if (!rows[0]) throw noNote()
  return rows[0]
}
