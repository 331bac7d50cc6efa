import { sql } from 'kysely'
import type { ListQuery } from '../../../kernel/page.ts'
import type { Ctx } from '../../../platform/context.ts'
import { noFile } from '../../../platform/files/file-store.ts'
import { escapeLike, type ListColumn } from '../../../platform/list/filter.ts'
import { attachedQueries } from '../contacts/public.ts'
import type { File } from './schema.ts'
import type { StoredFile } from './store.ts'

/** One that belongs to nothing yet is its uploader's. */
export const files = attachedQueries<File, StoredFile>({
  table: 'files',
  alias: 'f',
  shown: sql`f.id, f.name, f.media_type, f.size, f.contact_id, f.company_id, f.uploaded_by, f.created_at`,
  stored: sql`f.id, f.name, f.media_type, f.size, f.contact_id, f.company_id, f.uploaded_by, f.created_at, f.deleted_at`,
  member: { column: 'f.uploaded_by', name: 'uploaded_by_name' },
  absent: noFile,
  where: sql<boolean>`f.purpose = 'attachment' and f.sha256 <> ''`,
  isOwn: memberId => sql<boolean>`f.contact_id is null and f.company_id is null and f.uploaded_by = ${memberId}::uuid`,
})

const list = {
  columns: {
    uploadedBy: { type: 'id', sql: sql`f.uploaded_by` },
    mediaType: { type: 'text', sql: sql`f.media_type` },
    createdAt: { type: 'time', sql: sql`f.created_at`, isSortable: true },
  } satisfies Record<string, ListColumn>,
  defaultSort: '-createdAt',
  search: (q: string) => sql<boolean>`f.name ilike ${`%${escapeLike(q)}%`}`,
}

export const listFiles = (ctx: Ctx, query: ListQuery) => files.list(ctx, query, list)
