import { sql } from 'kysely'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { App } from '../../../platform/context.ts'
import type { Db, Tenant } from '../../../platform/db/database.ts'
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
  db: Db,
  app: Pick<App, 'secret'>,
  workspaceId: WorkspaceId,
  handles: readonly HandleKey[],
): Promise<Suppression[][]> {
  const hashes = handles.map(handle => hashHandle(app.secret, workspaceId, handle))
  const found = await suppressionsOfHashes({ db, workspaceId }, hashes)
  return hashes.map(hash => found.get(hash.toString('hex')) ?? [])
}

/** Whether each of `handles` must not be written to on `channel`, or on any when it is left out. */
export async function areSuppressed(
  db: Db,
  app: Pick<App, 'secret'>,
  workspaceId: WorkspaceId,
  handles: readonly HandleKey[],
  channel?: Channel,
): Promise<boolean[]> {
  const found = await suppressionsOf(db, app, workspaceId, handles)
  return found.map(list => list.some(({ channel: on }) => !channel || on === 'all' || on === channel))
}

/** By the hash in hexadecimal. */
export async function suppressionsOfHashes(
  tenant: Tenant,
  hashes: readonly Buffer[],
): Promise<Map<string, Suppression[]>> {
  const found = new Map<string, Suppression[]>()
  if (hashes.length === 0) return found
  const columns = ['hash', 'channel', 'reason', 'createdAt'] as const
  const rows = await findRows(tenant, 'suppressions', columns, { hash: hashes }, sql`order by created_at`)
  for (const { hash, channel, reason, createdAt } of rows) {
    const key = hash.toString('hex')
    const list = found.get(key) ?? []
    list.push({ channel: channel as Suppression['channel'], reason: reason as SuppressionReason, since: createdAt })
    found.set(key, list)
  }
  return found
}
