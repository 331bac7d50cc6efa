import { sql } from 'kysely'
import type { Tenant } from '../../../platform/db/database.ts'
import { findRow, findRows, insertAll, type Row } from '../../../platform/db/row.ts'
import type { Erasure, ImpactCount } from './schema.ts'

export type StoredErasure = Omit<Row<'erasures'>, 'counts' | 'status' | 'error' | 'workspaceId'> & {
  counts: ImpactCount[]
  status: Erasure['status']
}

const columns = [
  ...(['id', 'contactId', 'contactIds', 'memberId', 'requestId'] as const),
  ...(['counts', 'status', 'step', 'createdAt', 'finishedAt'] as const),
]

export async function findErasure(tenant: Tenant, id: string) {
  return (await findRow(tenant, 'erasures', columns, id)) as StoredErasure | undefined
}

export async function findErasureOf(tenant: Tenant, contactIds: string[]) {
  const latest = sql`order by created_at desc limit 1`
  return (await findRow(tenant, 'erasures', columns, { contactId: contactIds }, latest)) as StoredErasure | undefined
}

/** Remembers keyed hashes of handles, so that what is sent late or again does not bring the person back. */
export async function insertErasedHandles(
  tenant: Tenant,
  erasureId: string,
  hashes: readonly Buffer[],
  at: Date,
): Promise<void> {
  const distinct = new Map(hashes.map(hash => [hash.toString('hex'), { hash, erasureId, erasedAt: at }]))
  const later = sql`on conflict (workspace_id, hash) do update
    set erased_at = greatest(erased_handles.erased_at, excluded.erased_at)`
  await insertAll(tenant, 'erasedHandles', [...distinct.values()], later)
}

export async function hashesOf(tenant: Tenant, erasureId: string): Promise<string[]> {
  const rows = await findRows(tenant, 'erasedHandles', ['hash'], { erasureId }, sql`order by hash`)
  return rows.map(({ hash }) => hash.toString('hex'))
}
