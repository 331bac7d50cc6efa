import { sql } from 'kysely'
import type { Tenant } from '../../../platform/db/database.ts'
import { findRows, insertAll, updateRows } from '../../../platform/db/row.ts'
import type { Evidence, How } from './merge.ts'

export interface StoredMerge {
  id: string
  survivorId: string
  mergedId: string
  how: How
  createdAt: Date
  undoneAt: Date | null
}

export interface NewMerge extends Omit<StoredMerge, 'undoneAt'> {
  evidence: Evidence
  choices: Record<string, 'survivor' | 'merged'>
  memberId: string | null
}

const columns = ['id', 'survivorId', 'mergedId', 'how', 'createdAt', 'undoneAt'] as const

export async function insertMerges(tenant: Tenant, merges: NewMerge[]): Promise<void> {
  await insertAll(tenant, 'merges', merges)
}

/** The merges among these contacts that hold. */
export async function readEdges(tenant: Tenant, contactIds: string[]): Promise<StoredMerge[]> {
  return (await findRows(tenant, 'merges', columns, { mergedId: contactIds, undoneAt: null })) as StoredMerge[]
}

export async function findMerges(tenant: Tenant, ids: string[]): Promise<StoredMerge[]> {
  return (await findRows(tenant, 'merges', columns, { id: ids })) as StoredMerge[]
}

/** Marks merges as taken back; answers those that held until now. */
export async function endMerges(
  tenant: Tenant,
  ids: string[],
  memberId: string | null,
  now: Date,
): Promise<StoredMerge[]> {
  const holding = { id: ids, undoneAt: null }
  const ended = await findRows(tenant, 'merges', columns, holding, sql`order by id for update`)
  await updateRows(tenant, 'merges', { id: ended.map(({ id }) => id) }, { undoneAt: now, undoneBy: memberId })
  return ended.map(merge => ({ ...merge, undoneAt: now }) as StoredMerge)
}
