import { sql } from 'kysely'
import type { Channel, SuppressionReason } from '../consent.ts'
import { hashHandle, type HandleKey } from '../handle-hash.ts'
import type { Tenant } from '../../../../platform/db/database.ts'
import { deleteRows, insertAll } from '../../../../platform/db/row.ts'
import type { ConsentActor } from './record-consents.ts'

/** Sees to it that nothing is written to `handles` any more; repeating it changes nothing. */
export async function suppress(
  by: Pick<ConsentActor, 'db' | 'app' | 'workspaceId' | 'actor' | 'now'>,
  handles: readonly HandleKey[],
  reason: SuppressionReason,
  channel: Channel | 'all' = 'all',
): Promise<void> {
  const hashes = handles.map(handle => hashHandle(by, handle))
  await suppressHashes(by, hashes, reason, channel)
}

export async function suppressHashes(
  by: Pick<ConsentActor, 'db' | 'workspaceId' | 'actor' | 'now'>,
  hashes: readonly Buffer[],
  reason: SuppressionReason,
  channel: Channel | 'all' = 'all',
): Promise<void> {
  const why = { channel, reason, memberId: by.actor.memberId, createdAt: by.now() }
  const rows = hashes.map(hash => ({ ...why, hash }))
  await insertAll(by, 'suppressions', rows, sql`on conflict do nothing`)
}

/** Takes suppressions for one reason off; says how many there were. */
export function liftSuppressions(by: Tenant, hashes: readonly Buffer[], reason: SuppressionReason): Promise<number> {
  return deleteRows(by, 'suppressions', { hash: hashes, reason })
}
