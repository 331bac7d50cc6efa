import { sql } from 'kysely'
import type { Tenant } from '../../../platform/db/database.ts'
import { findRow, findRows, updateEach, type Row } from '../../../platform/db/row.ts'
import { readRoots } from './root.ts'

const lockedColumns = ['id', 'name', 'companyId', 'ownerId', 'teamId', 'mergedInto', 'deletedAt', 'erasedAt'] as const
/** In the bin is also who was erased. */
export type LockedContact = Omit<Pick<Row<'contacts'>, (typeof lockedColumns)[number]>, 'erasedAt'>

const locked = sql`order by id for no key update`

/** The contact itself, locked: whoever acts in the name of one person takes turns. */
export function lockContact(tenant: Tenant, id: string): Promise<{ erasedAt: Date | null } | undefined> {
  return findRow(tenant, 'contacts', ['erasedAt'], id, locked)
}

/** These contacts and the roots that they belong to, locked; by id. */
export async function lockWithRoots(tenant: Tenant, ids: string[]): Promise<Map<string, LockedContact>> {
  let wanted = [...new Set(ids)]
  for (;;) {
    const roots = await readRoots(tenant, wanted)
    const rows = await findRows(tenant, 'contacts', lockedColumns, [...new Set([...roots].flat())], locked)
    const found = new Map(
      rows.map(({ erasedAt, ...row }) => [row.id, { ...row, deletedAt: row.deletedAt ?? erasedAt }]),
    )
    const missing = rows.flatMap(({ mergedInto }) => (mergedInto && !found.has(mergedInto) ? mergedInto : []))
    if (missing.length === 0) return found
    wanted = [...found.keys(), ...missing]
  }
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
