import { sql } from 'kysely'
import type { Tenant } from '../../../platform/db/database.ts'
import { insertingWithFacts } from '../facts/public.ts'
import { companyRecord } from './record.ts'

export const insertCompanies = insertingWithFacts(companyRecord)

/** The company `id`, its parent, that one's parent and so on. */
export async function listAncestors({ db, workspaceId }: Tenant, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive above as (
      select c.id, c.parent_id from companies c where c.workspace_id = ${workspaceId} and c.id = ${id}
      union
      select c.id, c.parent_id from companies c join above on c.id = above.parent_id where c.workspace_id = ${workspaceId})
    select id from above`.execute(db)
  return rows.map(row => row.id)
}
