import { sql } from 'kysely'
import type { Tenant } from '../../../platform/db/database.ts'
import { isMergedInto, rootId } from '../contacts/public.ts'

/** Two of these contacts, or of those merged into them, whom somebody has judged to be different people. */
export async function findKeptApart(
  { db, workspaceId }: Tenant,
  roots: string[],
): Promise<{ one: string; other: string } | undefined> {
  const { rows } = await sql<{ one: string; other: string }>`
    with tree as materialized (
      select c.id, ${rootId('c')} as root, c.name from contacts c
      where c.workspace_id = ${workspaceId} and c.id = any(${roots}::uuid[])
      union all
      select m.id, ${rootId('m')}, m.name from contacts m
      where m.workspace_id = ${workspaceId} and ${isMergedInto('m', sql`= any(${roots}::uuid[])`)})
    select a.name as one, b.name as other
    from tree a join identity_decisions d on d.a_id = a.id join tree b on b.id = d.b_id
    where d.workspace_id = ${workspaceId} and d.verdict = 'different' and a.root <> b.root limit 1`.execute(db)
  return rows[0]
}
