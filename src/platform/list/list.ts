import { sql, type RawBuilder } from 'kysely'
import { invalidField } from '../../kernel/errors.ts'
import { defineMessages, say } from '../../kernel/messages.ts'
import type { ListQuery, Page } from '../../kernel/page.ts'
import type { Ctx } from '../context.ts'
import type { Db } from '../db/database.ts'
import { requireStorable } from '../http/storable.ts'
import { conditions, findColumn, parseFilters, readValue, typed, type ListColumn } from './filter.ts'

const words = defineMessages('platform.list', {
  sortBy: 'Sort by one of {columns}; put - before it for the other direction.',
  cursorOfList: 'Use the nextCursor of the page before, with the same sort and filters.',
})

/** How a kind of record is listed. All fragments use the aliases of `from`. */
export interface ListSpec {
  /** `contacts c left join …`: joins must not multiply rows. */
  from: RawBuilder<unknown>
  select: RawBuilder<unknown>
  /** What `from` calls the table whose rows are listed. */
  alias: string
  /** Holds besides the workspace: not deleted, visible to the actor. */
  where?: RawBuilder<boolean>[]
  /** The column `id` of the table, where nothing else is said. */
  id?: RawBuilder<unknown>
  columns: Record<string, ListColumn>
  /** The newest come first, where nothing else is said. */
  defaultSort?: string
  /** Filters that `where` has read. */
  ownFilters?: ReadonlySet<string> | undefined
  /** What `q` means. */
  search?: (q: string) => RawBuilder<boolean>
}

interface Sort {
  name: string
  column: ListColumn
  isDescending: boolean
}

interface Cursor {
  value: string | number | boolean | null
  id: string
}

const reserved = new Set(['limit', 'cursor', 'sort', 'q', 'total'])

/**
 * One page of a list, by key: constant cost at any depth. Rows whose sort value is empty come last. Costs one query; two
 * on the page where the empty ones begin.
 */
export async function listPage<Row extends { id: string }>(
  ctx: Ctx,
  query: ListQuery,
  spec: ListSpec,
): Promise<Page<Row>> {
  const { db, workspaceId } = ctx
  const asked = parseFilters(query, new Set([...reserved, ...(spec.ownFilters ?? [])]))
  const filters = await conditions(ctx, spec.columns, asked)
  const isOfWorkspace = sql<boolean>`${sql.raw(spec.alias)}.workspace_id = ${workspaceId}`
  const where = [isOfWorkspace, ...(spec.where ?? []), ...filters]
  if (query.q?.trim() && spec.search) where.push(spec.search(query.q.trim()))
  const sort = readSort(spec, query.sort ?? spec.defaultSort ?? '-createdAt')
  const cursor = query.cursor === undefined ? null : readCursor(query.cursor, sort)

  const rows: (Row & { sortValue: unknown })[] = []
  if (cursor === null || cursor.value !== null) {
    rows.push(...(await fetch<Row>(db, spec, where, sort, cursor, query.limit + 1, false)))
  }
  if (sort.column.isNullable && rows.length <= query.limit) {
    const from = cursor?.value === null ? cursor : null
    rows.push(...(await fetch<Row>(db, spec, where, sort, from, query.limit + 1 - rows.length, true)))
  }

  const hasMore = rows.length > query.limit
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map(({ sortValue: _, ...row }) => row as unknown as Row),
    nextCursor: hasMore && last ? writeCursor(sort, { value: last.sortValue as Cursor['value'], id: last.id }) : null,
    ...(query.total ? { total: await countRows(db, spec, where) } : {}),
  }
}

async function fetch<Row>(
  db: Db,
  spec: ListSpec,
  where: RawBuilder<boolean>[],
  sort: Sort,
  cursor: Cursor | null,
  limit: number,
  isEmptyPart: boolean,
) {
  const direction = sort.isDescending ? sql`desc` : sql`asc`
  const beyond = sort.isDescending ? sql`<` : sql`>`
  const value = sort.column.sql
  const id = (!isEmptyPart && sort.column.id) || (spec.id ?? sql.raw(`${spec.alias}.id`))
  const conditions = [...where]
  if (isEmptyPart) conditions.push(sql<boolean>`${value} is null`)
  else if (sort.column.isNullable) conditions.push(sql<boolean>`${value} is not null`)
  if (cursor !== null) {
    conditions.push(
      isEmptyPart
        ? sql<boolean>`${id} ${beyond} ${cursor.id}::uuid`
        : sql<boolean>`(${value}, ${id}) ${beyond} (${typed(sort.column, cursor.value)}, ${cursor.id}::uuid)`,
    )
  }
  const order = isEmptyPart ? sql`${id} ${direction}` : sql`${value} ${direction}, ${id} ${direction}`
  const { rows } = await sql<Row & { sortValue: unknown }>`
    select ${spec.select}, ${isEmptyPart ? sql`null` : exact(sort.column)} as sort_value from ${spec.from}
    where ${sql.join(conditions, sql` and `)} order by ${order} limit ${limit}`.execute(db)
  return rows
}

/** The value as it goes into a cursor: times with their microseconds, which a JavaScript date would cut off. */
function exact(column: ListColumn): RawBuilder<unknown> {
  return column.type === 'time' ? sql`to_json(${column.sql})` : column.sql
}

function readSort(spec: ListSpec, text: string): Sort {
  const isDescending = text.startsWith('-')
  const name = isDescending ? text.slice(1) : text
  const column = findColumn(spec.columns, name)
  if (!column?.isSortable) {
    const sortable = Object.keys(spec.columns).filter(key => spec.columns[key]!.isSortable)
    throw invalidField('sort', say(words, 'sortBy', { columns: sortable.join(', ') }))
  }
  return { name, column, isDescending }
}

function writeCursor(sort: Sort, { value, id }: Cursor): string {
  return Buffer.from(JSON.stringify([`${sort.isDescending ? '-' : ''}${sort.name}`, value, id])).toString('base64url')
}

function readCursor(text: string, sort: Sort): Cursor {
  try {
    const [name, value, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [string, Cursor['value'], string]
    if (name !== `${sort.isDescending ? '-' : ''}${sort.name}`) throw new Error('another sort')
    readValue({ type: 'id', sql: sql`` }, 'cursor', id)
    requireStorable(value)
    requireOfColumn(sort.column, value)
    return { value, id }
  } catch {
    throw invalidField('cursor', say(words, 'cursorOfList'))
  }
}

/** Whether it is what `writeCursor` writes of this column: the database casts it. */
function requireOfColumn(column: ListColumn, value: Cursor['value']): void {
  const { type, isNullable } = column
  if (value === null ? isNullable : type === 'json') return
  const held = type === 'number' ? 'number' : type === 'yesno' ? 'boolean' : 'string'
  if (typeof value !== held) throw new Error('another type')
  readValue({ ...column, isFolded: false }, 'cursor', String(value))
}

const exactUpTo = 10_000

/** Exact up to 10,000 rows; above that the planner's estimate. */
async function countRows(
  db: Db,
  spec: ListSpec,
  where: RawBuilder<boolean>[],
): Promise<{ count: number; isEstimate: boolean }> {
  const matching = sql`select 1 from ${spec.from} where ${sql.join(where, sql` and `)}`
  const { rows } = await sql<{
    count: number
  }>`select count(*) as count from (${matching} limit ${exactUpTo + 1}) counted`.execute(db)
  const count = rows[0]!.count
  if (count <= exactUpTo) return { count, isEstimate: false }
  const plan = await sql<
    Record<string, { Plan: { 'Plan Rows': number } }[]>
  >`explain (format json) ${matching}`.execute(db)
  const estimate = Object.values(plan.rows[0]!)[0]![0]!.Plan['Plan Rows']
  return { count: Math.max(estimate, exactUpTo + 1), isEstimate: true }
}
