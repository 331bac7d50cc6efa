import { sql } from 'kysely'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/database.ts'

/** Revokes one key, or all of a member; returns the ids of those that worked until now. */
export async function revokeKeys(
  tx: Db,
  workspaceId: WorkspaceId,
  which: { id: string } | { createdBy: string },
  at: Date,
): Promise<string[]> {
  const [column, value] = 'id' in which ? (['id', which.id] as const) : (['createdBy', which.createdBy] as const)
  const keys = await tx
    .updateTable('apiKeys')
    .set({ revokedAt: at })
    .where('workspaceId', '=', workspaceId)
    .where(column, '=', value)
    .where('revokedAt', 'is', null)
    .returning('id')
    .execute()
  const ids = keys.map(key => key.id)
  await sql`delete from api_key_hashes where workspace_id = ${workspaceId} and api_key_id = any(${ids}::uuid[])`.execute(
    tx,
  )
  return ids
}
