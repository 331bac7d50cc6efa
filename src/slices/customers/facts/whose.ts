import { sql } from 'kysely'
import type { Tenant } from '../../../platform/db/database.ts'

/*
 * Whose facts: those of contacts, or those of companies. Contacts and companies open facts and so stand above them; what
 * facts have to know of both stands here.
 */
export type FactsOf = 'contact' | 'company'

/** The records are `r`; those that were merged into others have no facts, the facts of their events are the root's. */
export const whose = {
  contact: {
    facts: sql.table('contact_facts'),
    key: sql.ref('contact_id'),
    records: sql.table('contacts'),
    root: sql`coalesce(r.merged_into, r.id)`,
    isRoot: sql<boolean>`r.merged_into is null`,
  },
  company: {
    facts: sql.table('company_facts'),
    key: sql.ref('company_id'),
    records: sql.table('companies'),
    root: sql`r.id`,
    isRoot: sql<boolean>`true`,
  },
}

/** These records and those that they were merged into: by its own id, the id that the facts of each have. */
export async function rootsOf(
  { db, workspaceId }: Tenant,
  of: FactsOf,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { records, root } = whose[of]
  const { rows } = await sql<{ id: string; rootId: string }>`
    select r.id, ${root} as root_id from ${records} r
    where r.workspace_id = ${workspaceId} and r.id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, rootId }) => [id, rootId]))
}

/** One's own contacts that are merged with demo contacts. */
export async function findMixed({ db, workspaceId }: Tenant): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct unnest(array[m.id, r.id]) as id
    from contacts m join contacts r on r.workspace_id = m.workspace_id and r.id = m.merged_into
    where m.workspace_id = ${workspaceId} and m.is_demo <> r.is_demo`.execute(db)
  return rows.map(row => row.id)
}
