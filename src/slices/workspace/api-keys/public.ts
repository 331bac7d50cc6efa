import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/database.ts'
import { revokeKeys } from './store.ts'

export { insertKey, type NewKey } from './store.ts'

/** Revokes all keys that a member made. */
export async function revokeKeysOf(tx: Db, workspaceId: WorkspaceId, memberId: string, at: Date): Promise<void> {
  await revokeKeys(tx, workspaceId, { createdBy: memberId }, at)
}

export async function revokeKey(tx: Db, workspaceId: WorkspaceId, id: string, at: Date): Promise<void> {
  await revokeKeys(tx, workspaceId, { id }, at)
}
