import { sql } from 'kysely'
import type { App } from '../../../platform/context.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import { findRows } from '../../../platform/db/row.ts'
import type { Channel, SuppressionReason } from './consent.ts'
import { hashHandle, type HandleKey } from './handle-hash.ts'

export interface Suppression {
  /** `all`: whatever the channel. */
  channel: Channel | 'all'
  reason: SuppressionReason
  since: Date
}

/** Why each of `handles` must not be written to; in their order, empty for those that may be. */
export async function suppressionsOf(
  by: Tenant & { app: Pick<App, 'secret'> },
  handles: readonly HandleKey[],
): Promise<Suppression[][]> {
  const hashes = handles.map(handle => hashHandle(by, handle))
  const found = await suppressionsOfHashes(by, hashes)
  return hashes.map(hash => found.get(hash.toString('hex')) ?? [])
}

/** By the hash in hexadecimal. */
export async function suppressionsOfHashes(
  tenant: Tenant,
  hashes: readonly Buffer[],
): Promise<Map<string, Suppression[]>> {
  const columns = ['hash', 'channel', 'reason', 'createdAt'] as const
  const rows = await findRows(tenant, 'suppressions', columns, { hash: hashes }, sql`order by created_at`)
  const suppressions = rows.map(({ hash, channel, reason, createdAt }) => ({
    hash: hash.toString('hex'),
    suppression: { channel, reason, since: createdAt } as Suppression,
  }))
  const byHash = Map.groupBy(suppressions, ({ hash }) => hash)
  return new Map([...byHash].map(([hash, matches]) => [hash, matches.map(({ suppression }) => suppression)]))
}
