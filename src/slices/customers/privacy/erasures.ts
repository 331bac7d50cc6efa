import { sql } from 'kysely'
import type { Tenant } from '../../../platform/db/database.ts'
import { findRow } from '../../../platform/db/row.ts'
import type { ImpactCount } from './schema.ts'

export interface StoredErasure {
  id: string
  contactId: string
  contactIds: string[]
  memberId: string | null
  requestId: string | null
  counts: ImpactCount[]
  status: 'waiting' | 'running' | 'done'
  step: string | null
  createdAt: Date
  finishedAt: Date | null
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
  { db, workspaceId }: Tenant,
  erasureId: string,
  hashes: readonly Buffer[],
  at: Date,
): Promise<void> {
  const distinct = [...new Set(hashes.map(hash => hash.toString('hex')))]
  if (distinct.length === 0) return
  await sql`
    insert into erased_handles (workspace_id, hash, erasure_id, erased_at)
    select ${workspaceId}::uuid, decode(h, 'hex'), ${erasureId}::uuid, ${at}::timestamptz from unnest(${distinct}::text[]) h
    on conflict (workspace_id, hash) do update set erased_at = greatest(erased_handles.erased_at, excluded.erased_at)`.execute(
    db,
  )
}

export async function hashesOf({ db, workspaceId }: Tenant, erasureId: string): Promise<string[]> {
  const { rows } = await sql<{ hash: string }>`
    select encode(hash, 'hex') as hash from erased_handles where workspace_id = ${workspaceId} and erasure_id = ${erasureId} order by 1`.execute(
    db,
  )
  return rows.map(row => row.hash)
}
