import { sql, type RawBuilder } from 'kysely'
import type { WorkspaceId } from '../../kernel/ids.ts'
import type { Tenant } from './database.ts'

type Types<Row> = Partial<Record<keyof Row & string, string>>

/**
 * Inserts any number of rows by one statement whose text, and so whose plan, does not depend on how many they are.
 * `columns` names the table's columns with their types, by the rows' properties; what a row leaves out becomes null.
 * `ending` is an `on conflict` or `returning` clause.
 */
export async function insertRows<Row extends object, Returned = never>(
  { db, workspaceId }: Tenant,
  table: string,
  columns: Types<Row>,
  rows: readonly Row[],
  ending?: RawBuilder<unknown>,
): Promise<Returned[]> {
  if (rows.length === 0) return []
  const result = await insertOf<Row, Returned>(workspaceId, table, columns, rows, ending).execute(db)
  return result.rows
}

/** The statement of `insertRows`, for those who do more in one. */
export function insertOf<Row extends object, Returned = never>(
  workspaceId: WorkspaceId,
  table: string,
  columns: Types<Row>,
  rows: readonly Row[],
  ending: RawBuilder<unknown> = sql``,
): RawBuilder<Returned> {
  const names = Object.keys(columns)
  const types = Object.entries<string | undefined>(columns).map(
    ([name, type]) => sql`${asGiven(name)} ${sql.raw(type!)}`,
  )
  return sql<Returned>`
    insert into ${sql.table(table)} (workspace_id, ${sql.join(names.map(name => sql.ref(name)))})
    select ${workspaceId}::uuid, ${sql.join(names.map(asGiven))}
    from json_to_recordset(${JSON.stringify(rows)}::json) as given (${sql.join(types)}) ${ending}`
}

/** The name of a property as it stands in the JSON: the builder would make "placed_at" of "placedAt". */
function asGiven(name: string): RawBuilder<unknown> {
  return sql.raw(`"${name}"`)
}
