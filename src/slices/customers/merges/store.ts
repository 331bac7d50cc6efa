import { sql } from 'kysely'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/database.ts'
import { insertRows } from '../../../platform/db/insert-rows.ts'
import type { Evidence, How } from './merge.ts'

export interface Member {
  id: string
  name: string
  companyId: string | null
  ownerId: string | null
  teamId: string | null
  mergedInto: string | null
  deletedAt: Date | null
}

/** These contacts and the roots that they belong to, locked; by id. */
export async function lockWithRoots(tx: Db, workspaceId: WorkspaceId, ids: string[]): Promise<Map<string, Member>> {
  let wanted = [...new Set(ids)]
  for (;;) {
    const { rows } = await sql<Member>`
      select c.id, c.name, c.company_id, c.owner_id, c.team_id, c.merged_into, coalesce(c.deleted_at, c.erased_at) as deleted_at from contacts c
      where c.workspace_id = ${workspaceId} and c.id = any(${await withRoots(tx, workspaceId, wanted)}::uuid[]) order by c.id for no key update`.execute(
      tx,
    )
    const found = new Map(rows.map(row => [row.id, row]))
    const missing = rows.flatMap(({ mergedInto }) => (mergedInto && !found.has(mergedInto) ? mergedInto : []))
    if (missing.length === 0) return found
    wanted = [...found.keys(), ...missing]
  }
}

async function withRoots(tx: Db, workspaceId: WorkspaceId, ids: string[]): Promise<string[]> {
  const { rows } = await sql<{ root: string }>`
    select distinct c.merged_into as root from contacts c
    where c.workspace_id = ${workspaceId} and c.id = any(${ids}::uuid[]) and c.merged_into is not null`.execute(tx)
  return [...new Set([...ids, ...rows.map(row => row.root)])]
}

export interface StoredMerge {
  id: string
  survivorId: string
  mergedId: string
  how: How
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
    select m.id, m.survivor_id, m.merged_id, m.how, m.undone_at from merges m
    where m.workspace_id = ${workspaceId} and m.merged_id = any(${contactIds}::uuid[]) and m.undone_at is null`.execute(
    tx,
  )
  return rows
}

export async function findMerges(tx: Db, workspaceId: WorkspaceId, ids: string[]): Promise<StoredMerge[]> {
  const { rows } = await sql<StoredMerge>`
    select m.id, m.survivor_id, m.merged_id, m.how, m.undone_at from merges m
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
    returning id, survivor_id, merged_id, how, undone_at`.execute(tx)
  return rows
}

/** Every contact of the trees with these roots, with the root that it points to. */
export async function readTree(
  tx: Db,
  workspaceId: WorkspaceId,
  roots: string[],
): Promise<{ id: string; mergedInto: string | null }[]> {
  const { rows } = await sql<{ id: string; mergedInto: string | null }>`
    select c.id, c.merged_into from contacts c where c.workspace_id = ${workspaceId} and c.id = any(${roots}::uuid[])
    union all
    select d.id, d.merged_into from contacts d
    where d.workspace_id = ${workspaceId} and d.merged_into = any(${roots}::uuid[]) and d.merged_into is not null`.execute(
    tx,
  )
  return rows
}

/** Makes contacts point to the root that they have now (null: they are one), and says of roots whether anybody points to them. */
export async function setRoots(
  tx: Db,
  workspaceId: WorkspaceId,
  contacts: { id: string; mergedInto: string | null; hasMerged: boolean }[],
): Promise<void> {
  if (contacts.length === 0) return
  await sql`
    update contacts c set merged_into = r."mergedInto", has_merged = r."hasMerged", version = c.version + 1
    from json_to_recordset(${JSON.stringify(contacts)}::json) as r (id uuid, "mergedInto" uuid, "hasMerged" boolean)
    where c.workspace_id = ${workspaceId} and c.id = r.id
      and (c.merged_into is distinct from r."mergedInto" or c.has_merged <> r."hasMerged")`.execute(tx)
}

/** Empty facts for contacts that stand on their own again, until the log is folded for them. */
export async function openFacts(tx: Db, workspaceId: WorkspaceId, contactIds: string[]): Promise<void> {
  const rows = contactIds.map(contactId => ({ contactId }))
  await insertRows(tx, workspaceId, 'contact_facts', { contactId: 'uuid' }, rows, sql`on conflict do nothing`)
}
