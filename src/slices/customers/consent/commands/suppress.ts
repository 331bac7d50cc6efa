import { sql } from 'kysely'
import type { Channel, SuppressionReason } from '../consent.ts'
import { hashHandle, type HandleKey } from '../handle-hash.ts'

import { insertRows } from '../../../../platform/db/insert-rows.ts'
import type { ConsentActor } from './record-consents.ts'

/** Sees to it that nothing is written to `handles` any more; repeating it changes nothing. */
export async function suppress(
  by: Pick<ConsentActor, 'db' | 'app' | 'workspaceId' | 'actor' | 'now'>,
  handles: readonly HandleKey[],
  reason: SuppressionReason,
  channel: Channel | 'all' = 'all',
): Promise<void> {
  const hashes = handles.map(handle => hashHandle(by.app.secret, by.workspaceId, handle))
  await suppressHashes(by, hashes, reason, channel)
}

export async function suppressHashes(
  by: Pick<ConsentActor, 'db' | 'workspaceId' | 'actor' | 'now'>,
  hashes: readonly Buffer[],
  reason: SuppressionReason,
  channel: Channel | 'all' = 'all',
): Promise<void> {
  const distinct = [...new Set(hashes.map(hash => hash.toString('hex')))]
  await insertRows(
    by,
    'suppressions',
    { hash: 'bytea', channel: 'text', reason: 'text', memberId: 'uuid', createdAt: 'timestamptz' },
    distinct.map(hash => ({
      hash: `\\x${hash}`,
      channel,
      reason,
      memberId: by.actor.memberId,
      createdAt: by.now(),
    })),
    sql`on conflict do nothing`,
  )
}

/** Takes suppressions for one reason off; says how many there were. */
export async function liftSuppressions(
  by: Pick<ConsentActor, 'db' | 'workspaceId'>,
  hashes: readonly Buffer[],
  reason: SuppressionReason,
): Promise<number> {
  const { numDeletedRows } = await by.db
    .deleteFrom('suppressions')
    .where('workspaceId', '=', by.workspaceId)
    .where('hash', '=', sql<Buffer>`any(${hashes}::bytea[])`)
    .where('reason', '=', reason)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
