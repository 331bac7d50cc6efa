import { sql } from 'kysely'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/db/database.ts'
import { fileKey } from '../../../platform/files/file-store.ts'

/** Which of these files have not been deleted. */
export async function findLiving(db: Db, workspaceId: WorkspaceId, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select f.id from files f
    where f.workspace_id = ${workspaceId} and f.id = any(${ids}::uuid[]) and f.deleted_at is null`.execute(db)
  return new Set(rows.map(row => row.id))
}

/** Takes the bytes of a file away at once; the row stays for what refers to it, without the name. */
export async function eraseFile(ctx: Ctx, id: string): Promise<void> {
  await ctx.app.files.delete(fileKey(ctx.workspaceId, id))
  await sql`
    update files set deleted_at = ${ctx.now()}, name = 'erased'
    where workspace_id = ${ctx.workspaceId} and id = ${id}`.execute(ctx.db)
}
