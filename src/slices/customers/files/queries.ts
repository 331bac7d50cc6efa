import { sql, type RawBuilder } from 'kysely'
import { notFound } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { ListQuery, Page } from '../../../kernel/page.ts'
import type { Ctx } from '../../../platform/context.ts'
import { escapeLike, type ListColumn } from '../../../platform/list/filter.ts'
import { listPage, type ListSpec } from '../../../platform/list/list.ts'
import { joinMember } from '../../workspace/members/public.ts'
import { isParentVisible, parentFilterKeys, parentFilters, parentJoins } from '../contacts/public.ts'
import type { File } from './schema.ts'

const words = defineMessages('files.queries', {
  none: 'There is no such file, or you may not see it.',
})

export const noFile = () => notFound(say(words, 'none'))

const columns: Record<string, ListColumn> = {
  uploadedBy: { type: 'id', sql: sql`f.uploaded_by` },
  mediaType: { type: 'text', sql: sql`f.media_type` },
  createdAt: { type: 'time', sql: sql`f.created_at`, isSortable: true },
}

const select = sql`f.id, f.name, f.media_type, f.size, f.contact_id, pc.name as contact_name, f.company_id, pco.name as company_name,
  f.uploaded_by, m.name as uploaded_by_name, f.created_at`

const from = sql`files f ${parentJoins('f')} ${joinMember('f.uploaded_by')}`

export async function listFiles(ctx: Ctx, query: ListQuery): Promise<Page<File>> {
  const spec: ListSpec = {
    from,
    select,
    where: [
      sql<boolean>`f.workspace_id = ${ctx.workspaceId} and f.purpose = 'attachment' and f.deleted_at is null`,
      isFileVisible(ctx),
      ...(await parentFilters(ctx, 'f', query)),
    ],
    id: sql`f.id`,
    columns,
    defaultSort: '-createdAt',
    search: q => sql<boolean>`f.name ilike ${`%${escapeLike(q)}%`}`,
  }
  return listPage(ctx.db, spec, query, parentFilterKeys)
}

export async function getFile(ctx: Ctx, id: string): Promise<File> {
  const { rows } = await sql<File>`select ${select} from ${from}
    where f.workspace_id = ${ctx.workspaceId}
    and f.id = ${id} and f.purpose = 'attachment' and f.deleted_at is null and ${isFileVisible(ctx)}`.execute(ctx.db)
  if (!rows[0]) throw noFile()
  return rows[0]
}

/** A file that belongs to nothing yet is its uploader's. */
export function isFileVisible(ctx: Ctx): RawBuilder<boolean> {
  if (ctx.actor.recordRule === 'all') return sql<boolean>`true`
  return sql<boolean>`(${isParentVisible(ctx)} or f.contact_id is null and f.company_id is null and coalesce(f.uploaded_by = ${ctx.actor.memberId}::uuid, false))`
}
