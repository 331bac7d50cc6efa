import { sql } from 'kysely'
import type { Tenant } from '../../../platform/db/database.ts'
import { findRow, updateEach } from '../../../platform/db/row.ts'

export interface LockedContact {
  id: string
  name: string
  companyId: string | null
  ownerId: string | null
  teamId: string | null
  mergedInto: string | null
  deletedAt: Date | null
}

/** The contact itself, locked: whoever acts in the name of one person takes turns. */
export function lockContact(tenant: Tenant, id: string): Promise<{ erasedAt: Date | null } | undefined> {
  return findRow(tenant, 'contacts', ['erasedAt'], id, sql`for no key update`)
}

/** These contacts and the roots that they belong to, locked; by id. */
export async function lockWithRoots(tenant: Tenant, ids: string[]): Promise<Map<string, LockedContact>> {
  let wanted = [...new Set(ids)]
  for (;;) {
    const { rows } = await sql<LockedContact>`
      select c.id, c.name, c.company_id, c.owner_id, c.team_id, c.merged_into, coalesce(c.deleted_at, c.erased_at) as deleted_at from contacts c
      where c.workspace_id = ${tenant.workspaceId} and c.id = any(${await withRoots(tenant, wanted)}::uuid[])
      order by c.id for no key update`.execute(tenant.db)
    const found = new Map(rows.map(row => [row.id, row]))
    const missing = rows.flatMap(({ mergedInto }) => (mergedInto && !found.has(mergedInto) ? mergedInto : []))
    if (missing.length === 0) return found
    wanted = [...found.keys(), ...missing]
  }
}

async function withRoots({ db, workspaceId }: Tenant, ids: string[]): Promise<string[]> {
  const { rows } = await sql<{ root: string }>`
    select distinct c.merged_into as root from contacts c
    where c.workspace_id = ${workspaceId} and c.id = any(${ids}::uuid[]) and c.merged_into is not null`.execute(db)
  return [...new Set([...ids, ...rows.map(row => row.root)])]
}

/** Every contact of the trees with these roots, with the root that it points to. */
export async function readTree(
  { db, workspaceId }: Tenant,
  roots: string[],
): Promise<{ id: string; mergedInto: string | null }[]> {
  const { rows } = await sql<{ id: string; mergedInto: string | null }>`
    select c.id, c.merged_into from contacts c where c.workspace_id = ${workspaceId} and c.id = any(${roots}::uuid[])
    union all
    select d.id, d.merged_into from contacts d
    where d.workspace_id = ${workspaceId} and d.merged_into = any(${roots}::uuid[])`.execute(db)
  return rows
}

/** Makes contacts point to the root that they have now (null: they are one), and says of roots whether anybody points to them. */
export async function setRoots(
  tenant: Tenant,
  contacts: { id: string; mergedInto: string | null; hasMerged: boolean }[],
): Promise<void> {
  const besides = [sql`version = t.version + 1`]
  const ending = sql`and (t.merged_into is distinct from given.merged_into or t.has_merged <> given.has_merged)`
  await updateEach(tenant, 'contacts', ['id'], contacts, { besides, ending })
}
