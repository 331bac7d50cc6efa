import { sql, type RawBuilder } from 'kysely'
import { columnsFor, keysOf, type Columns } from '../../kernel/record/record.ts'
import { columnName } from '../db/column-name.ts'
import type { ListColumn } from '../list/filter.ts'

/** `c.id, c.job_title, …`: to be made once, beside the statement that uses it. */
export function selectOf(columns: Columns, alias: string): RawBuilder<unknown> {
  return sql.raw(
    keysOf(columns)
      .map(key => `${alias}.${columnName(key)}`)
      .join(', '),
  )
}

/** `… as contact_name, …`, each by its name. */
export function selectNamed(values: Record<string, RawBuilder<unknown>>): RawBuilder<unknown> {
  return sql.join(Object.entries(values).map(([key, value]) => sql`${value} as ${sql.ref(columnName(key))}`))
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
      refersTo: column.refersTo,
    }
  }
  if ('sortName' in columns)
    found['name'] = { type: 'text', sql: sql.raw(`${alias}.sort_name`), isSortable: true, isFolded: true }
  return found
}

/** `job_title = null, …`: these columns emptied, for the set list of an erasure. */
export function erasedSet(columns: Columns): RawBuilder<unknown> {
  const set = Object.entries(columns).map(([key, { empty, type }]) => {
    const value = empty === null ? 'null' : `'${Array.isArray(empty) ? '{}' : JSON.stringify(empty)}'::${type}`
    return `${columnName(key)} = ${value}`
  })
  return sql.raw(set.join(', '))
}
