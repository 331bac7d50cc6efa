import { sql, type RawBuilder } from 'kysely'
import type { Absence } from '../../kernel/errors.ts'
import type { ListQuery, Page } from '../../kernel/page.ts'
import { columnsFor, type Columns, type Parts, type RecordDefinition } from '../../kernel/record/record.ts'
import { fold } from '../../kernel/text.ts'
import type { Ctx } from '../context.ts'
import { exportList, type ExportColumn } from '../list/export.ts'
import type { ListColumn } from '../list/filter.ts'
import { fixed } from '../db/fixed.ts'
import { isVisible, visibilityOf } from '../list/visible.ts'
import { columnName } from '../db/column-name.ts'
import { jsonOf, listColumns, selectNamed, selectOf } from './fragments.ts'
import { isGiven } from './given-name.ts'
import { listRecords, type RecordList } from './list.ts'
import { partsJson } from './parts.ts'
import { extrasOf } from './record-extra.ts'

interface Particular<Row> {
  /** What the statements call the record; what they join is theirs. */
  alias: string
  joins?: RawBuilder<unknown> | ((ctx: Ctx) => RawBuilder<unknown>)
  absent: Absence
  /** What lists and the whole record have besides the columns, by name. */
  row?(ctx: Ctx): Record<string, RawBuilder<unknown>>
  /** What only lists select. */
  listed?: RawBuilder<unknown>
  /** What only the whole record has, as `'name', value, …`. */
  whole?: (ctx: Ctx) => RawBuilder<unknown>
  filters?: Record<string, ListColumn>
  isVisible?(ctx: Ctx, alias: string): RawBuilder<boolean>
  /** What else a list holds, is sorted and searched by. */
  list?(ctx: Ctx, query: ListQuery): Partial<RecordList> | Promise<Partial<RecordList>>
  /** The columns of an export, before those of the custom fields; left out, those of the definition. */
  exported?: Columns
  /** The rows of an export, where they are not those of the list. */
  exportedRows?(ctx: Ctx, rows: Row[]): Promise<object[]>
}

/** How a kind of record is read: lists, the whole of one as JSON text, a column of one, exports. */
export function recordQueries<Row extends { id: string }>(
  definition: RecordDefinition<string, Columns, Parts>,
  particular: Particular<Row>,
) {
  const { name, table, columns } = definition
  const { alias, absent, row, listed, filters, exportedRows } = particular
  const isSeen = particular.isVisible ?? visibilityOf(definition)
  // Who sees what is everybody's takes only what they may change out of the bin.
  const isRestored = definition.isShared && 'ownerId' in columns ? isVisible : isSeen
  const exported = particular.exported ?? columnsFor(columns, 'exported')
  const select = fixed(sql.join([selectOf(columnsFor(columns, 'listed'), alias), ...(listed ? [listed] : [])]))
  const json = fixed(sql.join([jsonOf(columnsFor(columns, 'listed', 'shown'), alias), ...partsJson(definition, alias)]))
  const all = { ...listColumns(columns, alias), ...filters }
  const from = (ctx: Ctx) => {
    const joins = typeof particular.joins === 'function' ? particular.joins(ctx) : (particular.joins ?? sql``)
    return sql`${sql.table(table)} ${sql.ref(alias)} ${joins}`
  }
  const of = (ctx: Ctx, id: string) =>
    sql`${sql.ref(`${alias}.workspace_id`)} = ${ctx.workspaceId} and ${sql.ref(`${alias}.id`)} = ${id} and ${isSeen(ctx, alias)}`

  const get = async <Value>(ctx: Ctx, statement: RawBuilder<{ value: Value }>): Promise<Value> => {
    const { rows } = await statement.execute(ctx.db)
    return absent.unless(rows[0]).value
  }

  const queries = {
    async list(ctx: Ctx, query: ListQuery, isBin = false): Promise<Page<Row>> {
      const custom: Record<string, ListColumn> = {}
      for (const { column, listed } of extrasOf(ctx, definition))
        Object.assign(custom, await listed?.(ctx, name, query, sql.ref(`${alias}.${columnName(column)}`)))
      return listRecords<Row>(ctx, query, isBin, {
        alias,
        from: from(ctx),
        select: row ? sql`${select}, ${selectNamed(row(ctx))}` : select,
        isVisible: (isBin ? isRestored : isSeen)(ctx, alias),
        columns: all,
        custom,
        ...(await particular.list?.(ctx, query)),
      })
    },

    /** The whole record as JSON text, written by the database in one statement. */
    read(ctx: Ctx, id: string): Promise<string> {
      const besides = Object.entries(row?.(ctx) ?? {}).map(([key, value]) => sql`${sql.lit(key)}, ${value}`)
      const whole = [json, ...besides, ...(particular.whole ? [particular.whole(ctx)] : [])]
      const statement = sql<{ value: string }>`
        select json_build_object(${sql.join(whole)})::text as value from ${from(ctx)} where ${of(ctx, id)}`
      return get(ctx, statement)
    },

    /** A column of a record that the actor may see; locked in a transaction. */
    find<Value>(ctx: Ctx, id: string, column: RawBuilder<Value>): Promise<Value> {
      const lock = ctx.db.isTransaction ? sql`for update` : sql``
      const statement = sql<{ value: Value }>`
        select ${column} as value from ${sql.table(table)} ${sql.ref(alias)} where ${of(ctx, id)} ${lock}`
      return get(ctx, statement)
    },

    /** The export of a list, with every custom field as a column of its own. */
    async export(ctx: Ctx, format: 'csv' | 'jsonl', query: ListQuery) {
      const custom = await Promise.all(extrasOf(ctx, definition).map(extra => extra.exported?.(ctx, name) ?? []))
      const own = exportColumns(ctx, exported)
      const written = [...own, ...toldApart(own, custom.flat())]
      return exportList<any>(ctx, format, table, written, query, async page => {
        const { items, ...rest } = await queries.list(ctx, page)
        const rows: object[] = exportedRows ? await exportedRows(ctx, items) : items
        return { ...rest, items: format === 'csv' ? rows.map(withoutUngiven) : rows }
      })
    },
  }
  return queries
}

function exportColumns({ workspace }: Ctx, columns: Columns): ExportColumn<any>[] {
  return Object.entries(columns).map(([key, { isMoney, currencyIn }]) => ({
    key,
    label: key,
    value: row => row[key],
    ...(isMoney && { currency: row => (currencyIn && row[currencyIn]) || workspace.currency }),
  }))
}

/** Columns under their labels, or under their keys where a label is another column's too. */
function toldApart(own: readonly ExportColumn<any>[], custom: readonly ExportColumn<any>[]): ExportColumn<any>[] {
  const called = Map.groupBy([...own, ...custom], ({ label }) => fold(label))
  return custom.map(column => (called.get(fold(column.label))!.length > 1 ? { ...column, label: column.key } : column))
}

/** A name that nobody gave stays out of a table: read back, it would be one that somebody did. */
function withoutUngiven(row: object): object {
  const given = Object.entries(row).map(([key, value]) => [
    key,
    typeof value === 'string' && !isGiven(value) ? '' : value,
  ])
  return Object.fromEntries(given)
}
