import { sql, type RawBuilder } from 'kysely'

/** Joins as `as` the row of `table` whose id is in the column `of` (`n.author_id`), where there is one. */
export function joinById(table: string, of: string, as: string): RawBuilder<unknown> {
  return sql`left join ${sql.table(table)} ${sql.id(as)}
    on ${sql.ref(`${as}.workspace_id`)} = ${workspaceOf(of)} and ${sql.ref(`${as}.id`)} = ${sql.ref(of)}`
}

/** The workspace of the row that the column `of` is in. */
export function workspaceOf(of: string): RawBuilder<unknown> {
  return sql.ref(`${of.split('.')[0]!}.workspace_id`)
}
