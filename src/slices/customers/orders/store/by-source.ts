import { sql } from 'kysely'
import type { WorkspaceId } from '../../../../kernel/ids.ts'
import type { Db } from '../../../../platform/db/database.ts'

/** Orders and returns come once: a row whose source id is there already is left out. */
export const unlessKnown = sql`on conflict (workspace_id, source, source_id) where deleted_at is null do nothing returning id`

export interface Known {
  id: string
  source: string
  sourceId: string
}

/** Live orders or returns that have one of these source ids. */
export async function findBySource(
  tx: Db,
  table: 'orders' | 'returns',
  workspaceId: WorkspaceId,
  wanted: readonly Pick<Known, 'source' | 'sourceId'>[],
): Promise<Known[]> {
  if (wanted.length === 0) return []
  const { rows } = await sql<Known>`
    select o.id, o.source, o.source_id from ${sql.table(table)} o
      join unnest(${wanted.map(({ source }) => source)}::text[], ${wanted.map(({ sourceId }) => sourceId)}::text[]) as given (source, source_id)
        on o.source = given.source and o.source_id = given.source_id
    where o.workspace_id = ${workspaceId} and o.deleted_at is null`.execute(tx)
  return rows
}
