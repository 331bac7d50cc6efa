import { sql } from 'kysely'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/database.ts'
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

export async function insertMerges(tx: Db, workspaceId: WorkspaceId, merges: NewMerge[]): Promise<void> {
  const contacts = { survivorId: 'uuid', mergedId: 'uuid' }
  const why = { how: 'text', evidence: 'jsonb', choices: 'jsonb', memberId: 'uuid', createdAt: 'timestamptz' }
  await insertRows(tx, workspaceId, 'merges', { id: 'uuid', ...contacts, ...why }, merges)
}

/** The merges among these contacts that hold. */
export async function readEdges(tx: Db, workspaceId: WorkspaceId, contactIds: string[]): Promise<StoredMerge[]> {
  const { rows } = await sql<StoredMerge>`
    select ${stored} from merges m where m.workspace_id = ${workspaceId}
      and m.merged_id = any(${contactIds}::uuid[]) and m.undone_at is null`.execute(tx)
  return rows
}

export async function findMerges(tx: Db, workspaceId: WorkspaceId, ids: string[]): Promise<StoredMerge[]> {
  const { rows } = await sql<StoredMerge>`
    select ${stored} from merges m where m.workspace_id = ${workspaceId} and m.id = any(${ids}::uuid[])`.execute(tx)
  return rows
}

/** Marks merges as taken back; answers those that held until now. */
export async function endMerges(
  tx: Db,
  workspaceId: WorkspaceId,
  ids: string[],
  memberId: string | null,
  now: Date,
): Promise<StoredMerge[]> {
  const { rows } = await sql<StoredMerge>`
    update merges m set undone_at = ${now}, undone_by = ${memberId}
    where m.workspace_id = ${workspaceId} and m.id = any(${ids}::uuid[]) and m.undone_at is null
    returning ${stored}`.execute(tx)
  return rows
}
