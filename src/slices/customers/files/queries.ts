import { sql } from 'kysely'
import { noFile } from '../../../platform/files/file-store.ts'
import { escapeLike } from '../../../platform/list/filter.ts'
import { attachedQueries } from '../contacts/public.ts'
import { fileRecord, type StoredFile } from './record.ts'
import type { File } from './schema.ts'

/** One that belongs to nothing yet is its uploader's. */
export const files = attachedQueries<File, StoredFile>({
  record: fileRecord,
  alias: 'f',
  member: { column: 'f.uploaded_by', name: 'uploaded_by_name' },
  absent: noFile,
  where: sql<boolean>`f.purpose = 'attachment' and f.sha256 <> ''`,
  isOwn: memberId =>
    sql<boolean>`f.contact_id is null and f.company_id is null and f.subject_id is null and f.uploaded_by = ${memberId}::uuid`,
  list: { defaultSort: '-createdAt', search: q => sql<boolean>`f.name ilike ${`%${escapeLike(q)}%`}` },
})
