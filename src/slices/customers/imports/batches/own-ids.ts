import { sql } from 'kysely'
import { id } from '../../../../kernel/ids.ts'
import type { RecordDefinition } from '../../../../kernel/record/record.ts'
import type { Tenant } from '../../../../platform/db/database.ts'

/** Which of these ids of another system are our own, as in a file that was exported here, and the records they name. */
export async function findOwnIds(
  { db, workspaceId }: Tenant,
  { table }: RecordDefinition,
  given: readonly string[],
  meant = sql<string>`c.id`,
): Promise<Map<string, string>> {
  const ids = given.filter(text => id.safeParse(text).success)
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ given: string; id: string }>`
    select c.id as given, ${meant} as id from ${sql.table(table)} c
    where c.workspace_id = ${workspaceId} and c.id = any(${ids}::uuid[]) and c.deleted_at is null`.execute(db)
  return new Map(rows.map(row => [row.given, row.id]))
}
