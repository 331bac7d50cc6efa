import { sql } from 'kysely'
import type { WorkspaceId } from '../../../../kernel/ids.ts'
import type { Db } from '../../../../platform/db/database.ts'
import type { CompanyState } from './plan.ts'

export type StoredState = CompanyState & { id: string; importId: string | null }

/** What imports write of companies, as it stands. */
export async function readStates(
  tx: Db,
  workspaceId: WorkspaceId,
  ids: readonly string[],
  isLocking: boolean,
): Promise<StoredState[]> {
  const lock = isLocking ? sql`for update` : sql``
  const { rows } = await sql<StoredState>`
    select c.id, c.name, c.domain, c.industry, c.employees, c.phone, c.website, c.street, c.city, c.region, c.postal_code, c.country, c.parent_id, c.owner_id, c.tag_ids, c.fields, c.source,
      c.source_id, c.import_id
    from companies c where c.workspace_id = ${workspaceId} and c.id = any(${ids}::uuid[]) order by c.id ${lock}`.execute(
    tx,
  )
  return rows
}
