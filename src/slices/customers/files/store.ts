import { sql } from 'kysely'
import { newId } from '../../../kernel/ids.ts'
import { emptyOf } from '../../../kernel/record/record.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import { deleteRows, findRows } from '../../../platform/db/row.ts'
import { safeFileName } from '../../../platform/files/file-name.ts'
import { fileKey } from '../../../platform/files/file-store.ts'
import { erased } from '../../../platform/personal-data.ts'
import { findRecords, insertRecords, updatingOf } from '../../../platform/record/statements.ts'
import { attached, type Attached } from '../contacts/record.ts'
import { fileRecord, type FilePurpose, type StoredFile } from './record.ts'

export type NewFile = Pick<StoredFile, 'name' | 'purpose'> & Partial<Attached>

/** A row before its bytes, so that bytes without a row never are: until they have all come in it counts as deleted. */
export async function insertUnfinished(ctx: Ctx, { name, purpose, ...of }: NewFile): Promise<StoredFile> {
  const now = ctx.now()
  const row = {
    ...emptyOf(attached),
    ...of,
    id: newId(),
    name: safeFileName(name),
    purpose,
    uploadedBy: ctx.actor.memberId,
    deletedAt: now,
  }
  await insertRecords(ctx, fileRecord, [row], now)
  return (await readFile(ctx, row.id))!
}

export const updateFile = updatingOf(fileRecord)

export async function removeFile(tenant: Tenant, id: string): Promise<void> {
  await deleteRows(tenant, 'files', id)
}

async function readFile(tenant: Tenant, id: string): Promise<StoredFile | undefined> {
  const [file] = await findRecords(tenant, fileRecord.table, fileRecord.columns, [id])
  return file
}

export async function findFile(tenant: Tenant, id: string): Promise<StoredFile | undefined> {
  const file = await readFile(tenant, id)
  return file?.deletedAt === null ? file : undefined
}

/** In bytes; of a file that was deleted too. */
export async function sizeOfFile(tenant: Tenant, id: string): Promise<number> {
  return (await readFile(tenant, id))!.size
}

/** Up to `limit` files of this purpose that are older. */
export async function findFilesBefore(tenant: Tenant, purpose: FilePurpose, before: Date, limit: number) {
  const older = sql`and created_at < ${before} limit ${limit}`
  return (await findRows(tenant, 'files', ['id'], { purpose }, older)).map(({ id }) => id)
}

/** Removes up to `limit` rows that nobody can want back: deleted 30 days ago, never finished, or attached to nothing. */
export async function removeExpired({ db, workspaceId }: Tenant, now: Date, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    delete from files where workspace_id = ${workspaceId} and id in (
      select f.id from files f where f.workspace_id = ${workspaceId} and (
        f.purpose <> 'import' and f.deleted_at < ${now}::timestamptz - interval '30 days'
        or f.sha256 = '' and f.created_at < ${now}::timestamptz - interval '1 day'
        or f.purpose = 'attachment' and f.contact_id is null and f.company_id is null and f.subject_id is null and f.created_at < ${now}::timestamptz - interval '7 days')
      limit ${limit} for update skip locked)
    returning id`.execute(db)
  return rows.map(row => row.id)
}

/** Which of these files have not been deleted. */
export async function findLiving(tenant: Tenant, ids: readonly string[]): Promise<Set<string>> {
  const found = await findRecords(tenant, fileRecord.table, fileRecord.columns, ids)
  return new Set(found.filter(file => file.deletedAt === null).map(file => file.id))
}

/** Takes the bytes of a file away at once; the row stays for what refers to it, without the name. */
export async function eraseFile(ctx: Ctx, id: string): Promise<void> {
  await ctx.app.files.delete(fileKey(ctx.workspaceId, id))
  await updateFile(ctx, id, { deletedAt: ctx.now(), name: erased })
}
