import { sql, type RawBuilder } from 'kysely'
import type { WorkspaceId } from '../../kernel/ids.ts'
import type { Db } from './database.ts'

/**
 * Inserts any number of rows by one statement whose text, and so whose plan, does not depend on how many they are.
 * `columns` names the table's columns with their types, by the rows' properties; what a row leaves out becomes null.
 * `ending` is an `on conflict` or `returning` clause.
 */
export async function insertRows<Row extends object, Returned = never>(
  tx: Db,
  workspaceId: WorkspaceId,
  table: string,
  columns: Partial<Record<keyof Row & string, string>>,
  rows: readonly Row[],
  ending: RawBuilder<unknown> = sql``,
): Promise<Returned[]> {
  if (rows.length === 0) return []
  const names = Object.keys(columns)
  const types = Object.entries<string | undefined>(columns).map(
    ([name, type]) => sql`${asGiven(name)} ${sql.raw(type!)}`,
  )
  const result = await sql<Returned>`
    insert into ${sql.table(table)} (workspace_id, ${sql.join(names.map(name => sql.ref(name)))})
    select ${workspaceId}::uuid, ${sql.join(names.map(asGiven))}
    from json_to_recordset(${JSON.stringify(rows)}::json) as given (${sql.join(types)}) ${ending}`.execute(tx)
  return result.rows
}

/** The name of a property as it stands in the JSON: the builder would make "placed_at" of "placedAt". */
function asGiven(name: string): RawBuilder<unknown> {
  return sql.raw(`"${name}"`)
}
