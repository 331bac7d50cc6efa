import { sql, type Insertable, type RawBuilder, type Selectable, type SqlBool } from 'kysely'
import type { WorkspaceId } from '../../kernel/ids.ts'
import { columnName } from './column-name.ts'
import type { Tenant } from './database.ts'
import { storableJson } from './json.ts'
import type { DB, JsonValue } from './tables.gen.ts'

/*
 * Statements about rows of one tenant table that are found by what they equal. What is written goes as JSON and is read by
 * the types of the table, so that neither lists nor JSON columns need a form of their own.
 */

/** That it is the row of a tenant table with this id: `.where(isRow(workspaceId, id))`. */
export function isRow(workspaceId: string, id: string | null) {
  return sql<SqlBool>`workspace_id = ${workspaceId} and id = ${id}`
}

export type Table = keyof DB & string
/** JSON may be anything that has a JSON form; whose row it is, the tenant says. */
type Given<Row> = {
  [K in keyof Row as Exclude<K, 'workspaceId'>]: JsonValue extends Row[K] ? unknown : Row[K]
}
/** What is said of a row that is written. */
export type NewRow<T extends Table> = Given<Insertable<DB[T]>>
export type Changes<T extends Table> = { [K in keyof Given<Row<T>>]?: Given<Row<T>>[K] | undefined }
export type Row<T extends Table> = Selectable<DB[T]>
export type Column<T extends Table> = keyof Row<T> & string
/** Ids of rows, or what their columns are: a value, nothing, or one of several. */
type Which<T extends Table> =
  string | readonly string[] | { [K in Column<T>]?: Selectable<DB[T]>[K] | readonly Selectable<DB[T]>[K][] }

/** False when `ending`, an `on conflict` clause, kept the row out. */
export async function insertRow<T extends Table>(
  { db, workspaceId }: Tenant,
  table: T,
  row: NewRow<T>,
  ending?: RawBuilder<unknown>,
): Promise<boolean> {
  return (await insertOf(workspaceId, table, [row], ending).execute(db)).numAffectedRows === 1n
}

/** Rows by one statement; answers what `ending`, an `on conflict` clause, returns of them. */
export async function insertAll<T extends Table, Returned>(
  { db, workspaceId }: Tenant,
  table: T,
  rows: readonly NewRow<T>[],
  ending?: RawBuilder<Returned>,
): Promise<Returned[]> {
  if (rows.length === 0) return []
  return (await insertOf(workspaceId, table, rows, ending).execute(db)).rows
}

/** The statement, for those who do more in one. What a row leaves out is null where another one has it. */
export function insertOf<T extends Table, Returned>(
  workspaceId: WorkspaceId,
  table: T,
  rows: readonly NewRow<T>[],
  ending: RawBuilder<Returned> = sql``,
): RawBuilder<Returned> {
  const columns = sql.join(keysIn(rows).map(key => sql.ref(key)))
  return sql<Returned>`insert into ${sql.table(table)} (workspace_id, ${columns})
    select ${workspaceId}::uuid, ${columns} from ${asGiven(table, rows)} ${ending}`
}

/** Sets what is given of these rows, what is undefined stays, and `besides`; answers how many there were. */
export async function updateRows<T extends Table>(
  tenant: Tenant,
  table: T,
  which: Which<T>,
  changes: Changes<T>,
  besides?: Setting['besides'],
): Promise<number> {
  if (isNone(which)) return 0
  return updateEach<T, never>(tenant, table, [], [changes], { besides, ending: conditions(which) })
}

interface Setting {
  besides?: readonly RawBuilder<unknown>[] | undefined
  /** What a column is set to, where that is not what is given. */
  setTo?(key: string, given: RawBuilder<unknown>): RawBuilder<unknown>
  /** More conditions on the row `t`. */
  ending?: RawBuilder<unknown>
}

/** Sets what is given of many rows, of all the same, by one statement; each is found by its `keys`. */
export async function updateEach<T extends Table, K extends string>(
  { db, workspaceId }: Tenant,
  table: T,
  keys: readonly K[],
  rows: readonly (Changes<T> & { [Key in K]: unknown })[],
  { besides = [], setTo = (_, given) => given, ending = sql`` }: Setting = {},
): Promise<number> {
  const given = (key: string) => sql`given.${sql.ref(key)}`
  const isFound = keys.map(key => sql`and t.${sql.ref(key)} = ${given(key)}`)
  const changed = keysIn(rows).filter(key => !(keys as readonly string[]).includes(key))
  const set = [...changed.map(key => sql`${sql.ref(key)} = ${setTo(key, given(key))}`), ...besides]
  if (rows.length === 0 || set.length === 0) return 0
  const update = sql`update ${sql.table(table)} t set ${sql.join(set)} from ${asGiven(table, rows)}
    where t.workspace_id = ${workspaceId} ${sql.join(isFound, sql` `)} ${ending}`
  return Number((await update.execute(db)).numAffectedRows)
}

/** Answers how many there were. */
export async function deleteRows<T extends Table>(
  { db, workspaceId }: Tenant,
  table: T,
  which: Which<T>,
): Promise<number> {
  if (isNone(which)) return 0
  const deletion = sql`delete from ${sql.table(table)} t where t.workspace_id = ${workspaceId} ${conditions(which)}`
  return Number((await deletion.execute(db)).numAffectedRows)
}

/** These columns of the rows; `ending` has more conditions on them, their order, a limit or a lock. */
export async function findRows<T extends Table, K extends Column<T>>(
  { db, workspaceId }: Tenant,
  table: T,
  columns: readonly K[],
  which: Which<T>,
  ending: RawBuilder<unknown> = sql``,
): Promise<Pick<Selectable<DB[T]>, K>[]> {
  if (isNone(which)) return []
  const { rows } = await sql<Pick<Selectable<DB[T]>, K>>`
    select ${sql.join(columns.map(key => sql.ref(key)))} from ${sql.table(table)} t
    where t.workspace_id = ${workspaceId} ${conditions(which)} ${ending}`.execute(db)
  return rows
}

export async function findRow<T extends Table, K extends Column<T>>(
  tenant: Tenant,
  table: T,
  columns: readonly K[],
  which: Which<T>,
  ending?: RawBuilder<unknown>,
): Promise<Pick<Selectable<DB[T]>, K> | undefined> {
  return (await findRows(tenant, table, columns, which, ending))[0]
}

/** Whether they have one of several values, of which there is none. */
function isNone(which: string | readonly string[] | object): boolean {
  return (
    typeof which === 'object' && [which, ...Object.values(which)].some(any => Array.isArray(any) && any.length === 0)
  )
}

function conditions(which: string | readonly string[] | object): RawBuilder<unknown> {
  const wanted = Object.entries(typeof which === 'string' || Array.isArray(which) ? { id: which } : which)
  const each = wanted.map(([key, value]) => {
    // It would ask for all rows instead.
    if (value === undefined) throw new Error(`It is not said which ${key} the rows have.`)
    const column = sql`t.${sql.ref(key)}`
    if (value === null) return sql`and ${column} is null`
    return Array.isArray(value) ? sql`and ${column} = any(${value})` : sql`and ${column} = ${value}`
  })
  return sql.join(each, sql` `)
}

const keysIn = (rows: readonly object[]) => [
  ...new Set(rows.flatMap(row => Object.entries(row).flatMap(([key, value]) => (value === undefined ? [] : [key])))),
]

/** The rows that are given, by the types of the table. */
function asGiven(table: string, rows: readonly object[]): RawBuilder<unknown> {
  const json = rows.map(row =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [columnName(key), asBytes(value)])),
  )
  return sql`json_populate_recordset(null::${sql.table(table)}, ${storableJson(json)}::json) given`
}

function asBytes(value: unknown): unknown {
  return value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value
}
