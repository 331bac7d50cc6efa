import { sql } from 'kysely'
import type { Tenant } from '../../../platform/db/database.ts'
import { insertRows } from '../../../platform/db/insert-rows.ts'
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

const stored = sql`m.id, m.survivor_id, m.merged_id, m.how, m.created_at, m.undone_at`

export async function insertMerges(tenant: Tenant, merges: NewMerge[]): Promise<void> {
  const contacts = { survivorId: 'uuid', mergedId: 'uuid' }
  const why = { how: 'text', evidence: 'jsonb', choices: 'jsonb', memberId: 'uuid', createdAt: 'timestamptz' }
  await insertRows(tenant, 'merges', { id: 'uuid', ...contacts, ...why }, merges)
}

/** The merges among these contacts that hold. */
export async function readEdges({ db, workspaceId }: Tenant, contactIds: string[]): Promise<StoredMerge[]> {
  const { rows } = await sql<StoredMerge>`
    select ${stored} from merges m where m.workspace_id = ${workspaceId}
      and m.merged_id = any(${contactIds}::uuid[]) and m.undone_at is null`.execute(db)
  return rows
}

export async function findMerges({ db, workspaceId }: Tenant, ids: string[]): Promise<StoredMerge[]> {
  const { rows } = await sql<StoredMerge>`
    select ${stored} from merges m where m.workspace_id = ${workspaceId} and m.id = any(${ids}::uuid[])`.execute(db)
  return rows
}

/** Marks merges as taken back; answers those that held until now. */
export async function endMerges(
  { db, workspaceId }: Tenant,
  ids: string[],
  memberId: string | null,
  now: Date,
): Promise<StoredMerge[]> {
  const { rows } = await sql<StoredMerge>`
    update merges m set undone_at = ${now}, undone_by = ${memberId}
    where m.workspace_id = ${workspaceId} and m.id = any(${ids}::uuid[]) and m.undone_at is null
    returning ${stored}`.execute(db)
  return rows
}
