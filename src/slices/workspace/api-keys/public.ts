import type { RawBuilder } from 'kysely'
import type { Tenant } from '../../../platform/db/database.ts'
import { revokeKeys } from './store.ts'
import { joinById } from '../../../platform/db/join.ts'

export { insertKey } from './store.ts'

/** Revokes all keys that a member made. */
export async function revokeKeysOf(tenant: Tenant, memberId: string, at: Date): Promise<void> {
  await revokeKeys(tenant, { createdBy: memberId }, at)
}

export async function revokeKey(tenant: Tenant, id: string, at: Date): Promise<void> {
  await revokeKeys(tenant, { id }, at)
}

/** Joins as `as` the key whose id is in the column `of`. */
export function joinKey(of: string, as: string): RawBuilder<unknown> {
  return joinById('api_keys', of, as)
}
