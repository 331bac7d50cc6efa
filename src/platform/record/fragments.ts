import { sql, type RawBuilder } from 'kysely'
import type { WorkspaceId } from '../../kernel/ids.ts'
import { columnsFor, keysOf, type Columns } from '../../kernel/record/record.ts'
import type { ListColumn } from '../list/filter.ts'

/** The database's name of a column: `job_title` for `jobTitle`. */
export function columnName(key: string): string {
  return key.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
}

/** `c.id, c.job_title, …`: to be made once, beside the statement that uses it. */
export function selectOf(columns: Columns, alias: string): RawBuilder<unknown> {
  return sql.raw(
    keysOf(columns)
      .map(key => `${alias}.${columnName(key)}`)
      .join(', '),
  )
}

/** `'id', c.id, 'jobTitle', c.job_title, …` for json_build_object. */
export function jsonOf(columns: Columns, alias: string): RawBuilder<unknown> {
  return sql.raw(
    keysOf(columns)
      .map(key => `'${key}', ${alias}.${columnName(key)}`)
      .join(', '),
  )
}

/** What a list of these records filters and sorts by; names as they are folded. */
export function listColumns(columns: Columns, alias: string): Record<string, ListColumn> {
  const found: Record<string, ListColumn> = {}
  for (const [key, column] of Object.entries(columnsFor(columns, 'listed', 'filtered', 'sorted'))) {
    if (!column.filter) continue
    found[key] = {
      type: column.filter,
      sql: sql.raw(`${alias}.${columnName(key)}`),
      isSortable: column.uses.includes('sorted'),
      isNullable: column.isNullable && column.uses.includes('sorted'),
      choices: column.choices,
    }
  }
  if ('sortName' in columns)
    found['name'] = { type: 'text', sql: sql.raw(`${alias}.sort_name`), isSortable: true, isFolded: true }
  return found
}

interface SetList {
  set: RawBuilder<unknown>
  /** `id uuid, "jobTitle" text, …` of the record set `r` that the values are taken from. */
  types: RawBuilder<unknown>
}

/** The set list of `update … c … from json_to_recordset(…) as r`; with a workspace, references to what is gone become null. */
export function setOf(columns: Columns, workspaceId: WorkspaceId | null): SetList {
  const types = Object.entries(columns).map(([key, { type }]) => `"${key}" ${type}`)
  const set = Object.entries(columns)
    .filter(([key]) => key !== 'id')
    .map(([key, { refersTo, type }]) => {
      const given = sql.raw(`r."${key}"`)
      const isKept = workspaceId !== null && refersTo !== undefined && type === 'uuid'
      const value = isKept
        ? sql`(select kept.id from ${sql.table(refersTo)} kept where kept.workspace_id = ${workspaceId} and kept.id = ${given})`
        : given
      return sql`${sql.raw(columnName(key))} = ${value}`
    })
  return { set: sql.join(set), types: sql.raw(types.join(', ')) }
}

/** `job_title = null, …`: these columns emptied, for the set list of an erasure. */
export function erasedSet(columns: Columns): RawBuilder<unknown> {
  const set = Object.entries(columns).map(([key, { empty, type }]) => {
    const value = empty === null ? 'null' : `'${Array.isArray(empty) ? '{}' : JSON.stringify(empty)}'::${type}`
    return `${columnName(key)} = ${value}`
  })
  return sql.raw(set.join(', '))
}
