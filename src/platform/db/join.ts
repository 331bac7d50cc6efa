import { sql, type RawBuilder } from 'kysely'

/*
 * Fragments of names alone are text, not trees: what stands in most statements would otherwise be put together anew,
 * node by node, for each of them.
 */

/** Joins as `as` the row of `table` whose id is in the column `of` (`n.author_id`), where there is one. */
export function joinById(table: string, of: string, as: string): RawBuilder<unknown> {
  return sql.raw(`left join ${table} ${as} on ${as}.workspace_id = ${workspaceOf(of)} and ${as}.id = ${of}`)
}

/** The name of the row of `table` whose id is in the column `of`. */
export function nameById(table: string, of: string): RawBuilder<string | null> {
  return sql.raw(
    `(select named.name from ${table} named where named.workspace_id = ${workspaceOf(of)} and named.id = ${of})`,
  )
}

/** The workspace of the row that the column `of` is in. */
export function workspaceOf(of: string): string {
  return `${of.split('.')[0]!}.workspace_id`
}
