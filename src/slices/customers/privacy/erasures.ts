import { sql } from 'kysely'
import type { Tenant } from '../../../platform/db/database.ts'
import { isRow } from '../../../platform/db/row.ts'
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

const columns = sql.raw(
  'id, contact_id, contact_ids, member_id, request_id, counts, status, step, created_at, finished_at',
)

export async function findErasure({ db, workspaceId }: Tenant, id: string): Promise<StoredErasure | undefined> {
  const { rows } = await sql<StoredErasure>`
    select ${columns} from erasures where workspace_id = ${workspaceId} and id = ${id}`.execute(db)
  return rows[0]
}

export async function findErasureOf(
  { db, workspaceId }: Tenant,
  contactIds: string[],
): Promise<StoredErasure | undefined> {
  const { rows } = await sql<StoredErasure>`
    select ${columns} from erasures where workspace_id = ${workspaceId} and contact_id = any(${contactIds}::uuid[]) order by created_at desc limit 1`.execute(
    db,
  )
  return rows[0]
}

export async function insertErasure(
  { db, workspaceId }: Tenant,
  erasure: Pick<StoredErasure, 'id' | 'contactId' | 'contactIds' | 'memberId' | 'requestId' | 'createdAt'>,
): Promise<void> {
  await db
    .insertInto('erasures')
    .values({ ...erasure, workspaceId, counts: '[]' })
    .execute()
}

export async function updateErasure(
  { db, workspaceId }: Tenant,
  id: string,
  changes: Partial<Pick<StoredErasure, 'counts' | 'status' | 'step' | 'finishedAt'>>,
): Promise<void> {
  const { counts, ...rest } = changes
  await db
    .updateTable('erasures')
    .set({ ...rest, ...(counts ? { counts: JSON.stringify(counts) } : {}) })
    .where(isRow(workspaceId, id))
    .execute()
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
