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

export interface NewMerge {
  id: string
  survivorId: string
  mergedId: string
  how: How
  evidence: Evidence
  choices: Record<string, 'survivor' | 'merged'>
  memberId: string | null
  createdAt: Date
}

export async function insertMerges(tx: Db, workspaceId: WorkspaceId, merges: NewMerge[]): Promise<void> {
  const columns = {
    id: 'uuid',
    survivorId: 'uuid',
    mergedId: 'uuid',
    how: 'text',
    evidence: 'jsonb',
    choices: 'jsonb',
    memberId: 'uuid',
    createdAt: 'timestamptz',
  }
  await insertRows(tx, workspaceId, 'merges', columns, merges)
}

/** The merges among these contacts that hold. */
export async function readEdges(tx: Db, workspaceId: WorkspaceId, contactIds: string[]): Promise<StoredMerge[]> {
  const { rows } = await sql<StoredMerge>`
    select m.id, m.survivor_id, m.merged_id, m.how, m.created_at, m.undone_at from merges m
    where m.workspace_id = ${workspaceId} and m.merged_id = any(${contactIds}::uuid[]) and m.undone_at is null`.execute(
    tx,
  )
  return rows
}

export async function findMerges(tx: Db, workspaceId: WorkspaceId, ids: string[]): Promise<StoredMerge[]> {
  const { rows } = await sql<StoredMerge>`
    select m.id, m.survivor_id, m.merged_id, m.how, m.created_at, m.undone_at from merges m
    where m.workspace_id = ${workspaceId} and m.id = any(${ids}::uuid[])`.execute(tx)
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
    update merges set undone_at = ${now}, undone_by = ${memberId}
    where workspace_id = ${workspaceId} and id = any(${ids}::uuid[]) and undone_at is null
    returning id, survivor_id, merged_id, how, created_at, undone_at`.execute(tx)
  return rows
}
