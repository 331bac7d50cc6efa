import { sql } from 'kysely'
import type { Tenant } from '../../../platform/db/database.ts'
import { isRow } from '../../../platform/db/row.ts'

/** `import` is a file that an import reads, `export` one that the program made of somebody's data, `picture` that of a member or product; no attachments. */
export type FilePurpose = 'attachment' | 'import' | 'export' | 'picture'

export interface StoredFile {
  id: string
  name: string
  mediaType: string
  size: number
  contactId: string | null
  companyId: string | null
  uploadedBy: string | null
  createdAt: Date
  deletedAt: Date | null
}

/** Hash of a file whose bytes have not all come in. */
export const unfinished = Buffer.alloc(0)

/** A row before its bytes, so that bytes without a row never are: until they have all come in it counts as deleted. */
export async function insertUnfinished(
  { db, workspaceId }: Tenant,
  file: {
    id: string
    name: string
    purpose: FilePurpose
    contactId: string | null
    companyId: string | null
    uploadedBy: string | null
  },
  now: Date,
): Promise<void> {
  const row = { ...file, workspaceId, mediaType: 'application/octet-stream', size: 0, sha256: unfinished }
  await db
    .insertInto('files')
    .values({ ...row, createdAt: now, deletedAt: now })
    .execute()
}

export async function updateFile(
  { db, workspaceId }: Tenant,
  id: string,
  changes: Partial<Omit<StoredFile, 'id'>> & { sha256?: Buffer },
): Promise<void> {
  await db.updateTable('files').set(changes).where(isRow(workspaceId, id)).execute()
}

/** Gives files that came before it was known whose they are to a contact. */
export async function assignFiles({ db, workspaceId }: Tenant, ids: string[], contactId: string): Promise<void> {
  await db
    .updateTable('files')
    .set({ contactId })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
}

export async function removeFile({ db, workspaceId }: Tenant, id: string): Promise<void> {
  await db.deleteFrom('files').where(isRow(workspaceId, id)).execute()
}

export async function findFile({ db, workspaceId }: Tenant, id: string): Promise<StoredFile | undefined> {
  return db
    .selectFrom('files')
    .select(['id', 'name', 'mediaType', 'size', 'contactId', 'companyId', 'uploadedBy', 'createdAt', 'deletedAt'])
    .where(isRow(workspaceId, id))
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
}

/** In bytes; of a file that was deleted too. */
export async function sizeOfFile({ db, workspaceId }: Tenant, id: string): Promise<number> {
  const { size } = await db.selectFrom('files').select('size').where(isRow(workspaceId, id)).executeTakeFirstOrThrow()
  return size
}

/** Up to `limit` files of this purpose that are older. */
export async function findFilesBefore(
  { db, workspaceId }: Tenant,
  purpose: FilePurpose,
  before: Date,
  limit: number,
): Promise<string[]> {
  const files = db.selectFrom('files').select('id').where('workspaceId', '=', workspaceId)
  const found = files.where('purpose', '=', purpose).where('createdAt', '<', before).limit(limit)
  return (await found.execute()).map(({ id }) => id)
}

/** Removes up to `limit` rows that nobody can want back: deleted 30 days ago, never finished, or attached to nothing. */
export async function removeExpired({ db, workspaceId }: Tenant, now: Date, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    delete from files where workspace_id = ${workspaceId} and id in (
      select f.id from files f where f.workspace_id = ${workspaceId} and (
        f.purpose <> 'import' and f.deleted_at < ${now}::timestamptz - interval '30 days'
        or f.sha256 = ${unfinished} and f.created_at < ${now}::timestamptz - interval '1 day'
        or f.purpose = 'attachment' and f.contact_id is null and f.company_id is null and f.created_at < ${now}::timestamptz - interval '7 days')
      limit ${limit} for update skip locked)
    returning id`.execute(db)
  return rows.map(row => row.id)
}
