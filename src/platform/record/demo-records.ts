import { sql, type RawBuilder } from 'kysely'
import type { WorkspaceId } from '../../kernel/ids.ts'
import type { Tenant } from '../db/database.ts'
import { deleteRows, type Table } from '../db/row.ts'

/** Whether the id in `column` is that of a demo record of `table`. */
export function isDemoRecord(
  workspaceId: WorkspaceId,
  column: RawBuilder<unknown>,
  table: string,
): RawBuilder<boolean> {
  return sql`${column} in (
    select d.id from ${sql.table(table)} d where d.workspace_id = ${workspaceId} and d.is_demo)`
}

/** One's own records of `table` let go of demo records of `to` that they name in `column`. */
export async function letGoOfDemo(
  { db, workspaceId }: Tenant,
  table: string,
  column: string,
  to: string,
): Promise<void> {
  const pointer = sql.ref(`own.${column}`)
  const emptied = column === 'subject_id' ? ['subject_kind', column] : [column]
  const letGo = sql`
    update ${sql.table(table)} own set ${sql.join(emptied.map(name => sql`${sql.ref(name)} = null`))}
    where own.workspace_id = ${workspaceId} and not own.is_demo and ${pointer} is not null
      and ${isDemoRecord(workspaceId, pointer, to)}`
  await letGo.execute(db)
}

/** Demo rows of `table` that are used stay as one's own, the others go; `isUsed` looks at the row `d`. */
export async function settleDemoRows(tenant: Tenant, table: Table, isUsed: RawBuilder<boolean>): Promise<void> {
  const keep = sql`
    update ${sql.table(table)} d set is_demo = false
    where d.workspace_id = ${tenant.workspaceId} and d.is_demo and (${isUsed})`
  await keep.execute(tenant.db)
  await deleteRows(tenant, table, { isDemo: true } as object)
}
