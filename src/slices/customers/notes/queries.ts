import { sql } from 'kysely'
import { notFound } from '../../../kernel/errors.ts'
import type { ListQuery, Page } from '../../../kernel/page.ts'
import type { Ctx } from '../../../platform/context.ts'
import { escapeLike, type ListColumn } from '../../../platform/list/filter.ts'
import { listPage, type ListSpec } from '../../../platform/list/list.ts'
import { isParentVisible, parentFilterKeys, parentFilters, parentJoins } from '../timeline/public.ts'
import type { Note } from './schema.ts'

const columns: Record<string, ListColumn> = {
  authorId: { type: 'id', sql: sql`n.author_id` },
  isPinned: { type: 'yesno', sql: sql`n.is_pinned` },
  importId: { type: 'id', sql: sql`n.import_id` },
  createdAt: { type: 'time', sql: sql`n.created_at`, isSortable: true },
}

const select = sql`n.id, n.contact_id, pc.name as contact_name, n.company_id, pco.name as company_name, n.body, n.mention_ids, n.is_pinned,
  n.author_id, m.name as author_name, n.created_at, n.updated_at`

const from = sql`notes n ${parentJoins('n')} left join members m on m.workspace_id = n.workspace_id and m.id = n.author_id`

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
    columns,
    defaultSort: '-createdAt',
    search: q => sql<boolean>`n.body ilike ${`%${escapeLike(q)}%`}`,
  }
  return listPage(ctx.db, spec, query, parentFilterKeys)
}

export async function getNote(ctx: Ctx, id: string): Promise<Note> {
  const { rows } = await sql<Note>`select ${select} from ${from}
    where n.workspace_id = ${ctx.workspaceId} and n.id = ${id} and n.deleted_at is null and ${isParentVisible(ctx)}`.execute(
    ctx.db,
  )
  const row = rows[0]
  if (!row) throw notFound('note')
  return row
}
