import type { Readable } from 'node:stream'
import type { Ctx } from '../../../platform/context.ts'
import { fileKey, type StoredFile as StoredBytes } from '../../../platform/files/file-store.ts'
import { erased } from '../../../platform/personal-data.ts'
import type { Attached } from '../contacts/record.ts'
import type { FilePurpose } from './record.ts'
import { insertUnfinished, removeFile, updateFile } from './store.ts'
import { sql } from 'kysely'
import type { Tenant } from '../../../platform/db/database.ts'

/** Stores a file that the program makes. What a killed process left is taken away by the nightly purge. */
export async function storeGenerated(
  ctx: Ctx,
  file: { name: string; mediaType: string; purpose: FilePurpose; maxBytes: number } & Partial<Attached>,
  body: Readable,
): Promise<StoredBytes & { id: string }> {
  const { mediaType, maxBytes, ...about } = file
  const { id } = await insertUnfinished(ctx, about)
  try {
    const stored = await ctx.app.files.put(fileKey(ctx.workspaceId, id), body, { maxBytes })
    await updateFile(ctx, id, { ...stored, mediaType, deletedAt: null })
    return { ...stored, id }
  } catch (error) {
    await removeFile(ctx, id)
    await ctx.app.files.delete(fileKey(ctx.workspaceId, id))
    throw error
  }
}

/** Which of these files have not been deleted. */
export async function findLiving({ db, workspaceId }: Tenant, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select f.id from files f
    where f.workspace_id = ${workspaceId} and f.id = any(${ids}::uuid[]) and f.deleted_at is null`.execute(db)
  return new Set(rows.map(row => row.id))
}

/** Takes the bytes of a file away at once; the row stays for what refers to it, without the name. */
export async function eraseFile(ctx: Ctx, id: string): Promise<void> {
  await ctx.app.files.delete(fileKey(ctx.workspaceId, id))
  await updateFile(ctx, id, { deletedAt: ctx.now(), name: erased })
}
