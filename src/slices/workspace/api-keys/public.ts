import type { RawBuilder } from 'kysely'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/database.ts'
import { revokeKeys } from './store.ts'
import { joinById } from '../../../platform/db/join.ts'

export { insertKey, type NewKey } from './store.ts'

/** Revokes all keys that a member made. */
export async function revokeKeysOf(tx: Db, workspaceId: WorkspaceId, memberId: string, at: Date): Promise<void> {
  await revokeKeys(tx, workspaceId, { createdBy: memberId }, at)
}

export async function revokeKey(tx: Db, workspaceId: WorkspaceId, id: string, at: Date): Promise<void> {
  await revokeKeys(tx, workspaceId, { id }, at)
}

/** Joins as `as` the key whose id is in the column `of`. */
export function joinKey(of: string, as: string): RawBuilder<unknown> {
  return joinById('api_keys', of, as)
}
