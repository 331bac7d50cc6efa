import { sql, type RawBuilder } from 'kysely'
import { invalidChoice, invalidField } from '../../kernel/errors.ts'
import { defineMessages, say } from '../../kernel/messages.ts'
import { clip, fold } from '../../kernel/text.ts'
import { day, instant } from '../../kernel/time.ts'
import type { Ctx } from '../context.ts'
import type { RecordKind } from '../record/record-kind.ts'

const words = defineMessages('platform.filter', {
  noParameter: 'There is no such parameter.',
  operators: 'Use one of the operators {operators}.',
  noColumn: 'There is no field “{field}” to filter by.',
  containsText: 'Only text can be searched with contains.',
  notNumber: '“{value}” is not a number.',
  dateOrTime: 'Use a date such as 2026-03-29 or a time such as 2026-03-29T10:00:00Z.',
  recordId: 'Use the id of a record.',
  yesOrNo: 'Use true or false.',
  listOperators: 'Use eq, in, ne or empty.',
})

export type ColumnType = 'text' | 'number' | 'time' | 'day' | 'id' | 'ids' | 'yesno' | 'choice' | 'json'

/** One thing a list can be filtered or sorted by. */
export interface ListColumn {
  type: ColumnType
  /** SQL of the value, e.g. `c.sort_name`. */
  sql: RawBuilder<unknown>
  /** Has an index that leads with the workspace and this value. */
  isSortable?: boolean
  isNullable?: boolean
  /** The id that ends that index, where it is another column than the list's own. */
  id?: RawBuilder<unknown>
  /** Compared in its folded form (names). */
  isFolded?: boolean
  /** The table of the record that the value names, which stands for those that were merged into it. */
  refersTo?: string | undefined
  choices?: readonly string[]
  /** For `json`: where the value stands and what it is. */
  json?: { container: RawBuilder<unknown>; key: string; holds: 'text' | 'number' | 'yesno' }
}

export const operators = ['eq', 'ne', 'in', 'gt', 'gte', 'lt', 'lte', 'contains', 'empty'] as const
export type Operator = (typeof operators)[number]

export interface Filter {
  field: string
  operator: Operator
  value: string
}

const filterKey = /^filter\[([A-Za-z][\w.-]{0,80})\](?:\[(\w+)\])?$/

/** Reads `filter[field][operator]=value` from a flat query; unknown keys are refused by name. */
export function parseFilters(query: Record<string, unknown>, known: ReadonlySet<string>): Filter[] {
  const filters: Filter[] = []
  for (const [key, raw] of Object.entries(query)) {
    if (known.has(key)) continue
    const match = filterKey.exec(key)
    if (!match) throw invalidField(key, say(words, 'noParameter'))
    const operator = (match[2] ?? 'eq') as Operator
    if (!operators.includes(operator))
      throw invalidField(key, say(words, 'operators', { operators: operators.join(', ') }))
    for (const value of Array.isArray(raw) ? raw : [raw])
      filters.push({ field: match[1]!, operator, value: String(value) })
  }
  return filters
}

/** Names such as `constructor` are no columns although every object has them. */
export function findColumn(columns: Record<string, ListColumn>, name: string): ListColumn | undefined {
  return Object.hasOwn(columns, name) ? columns[name] : undefined
}

/** The column that a filter names, or a refusal. */
function filterColumn(columns: Record<string, ListColumn>, { field }: Filter): ListColumn {
  const column = findColumn(columns, field)
  if (!column) throw invalidField(`filter[${field}]`, say(words, 'noColumn', { field }))
  return column
}

/** The conditions of the filters on the columns that they name. */
export function conditions(ctx: Ctx, columns: Record<string, ListColumn>, filters: Filter[]) {
  return Promise.all(
    filters.map(filter => {
      const column = filterColumn(columns, filter)
      const kind = ctx.app.records.find(({ table }) => table === column.refersTo)
      const isMerged = kind?.merged && ['eq', 'ne', 'in'].includes(filter.operator)
      return isMerged ? namesMerged(ctx, kind, column, filter) : condition(column, filter)
    }),
  )
}

/**
 * That the value is, or is not, the record which is asked for, or one that belongs to the same root, which an index finds;
 * of a record that may not be seen there is nothing.
 */
async function namesMerged(
  ctx: Ctx,
  { merged, isVisible }: RecordKind,
  column: ListColumn,
  { field, operator, value }: Filter,
): Promise<RawBuilder<boolean>> {
  const ofId: ListColumn = { ...column, type: 'id' }
  const path = `filter[${field}]`
  const asked = operator === 'in' ? readValues(ofId, path, value) : [readValue(ofId, path, value)]
  const statement = sql<{ ids: string[] }>`
    select ${merged!.idsOfRoot('c')} as ids from ${merged!.askedAndRoot}
    where asked.workspace_id = ${ctx.workspaceId} and asked.id = any(${asked}::uuid[]) and ${isVisible!(ctx, 'c')}`
  const { rows } = await statement.execute(ctx.db)
  const ids = [...new Set(rows.flatMap(row => row.ids))]
  const isOne = namesOne(column, ids)
  return operator === 'ne' ? sql<boolean>`(${isOne}) is not true` : isOne
}

function namesOne({ json, sql: named }: ListColumn, ids: string[]): RawBuilder<boolean> {
  if (!json) return ids.length === 1 ? sql`${named} = ${ids[0]}::uuid` : sql`${named} = any(${ids}::uuid[])`
  const holds = ids.map(id => sql`${json.container} @> ${JSON.stringify({ [json.key]: id })}::jsonb`)
  return ids.length === 0 ? sql`false` : sql`(${sql.join(holds, sql` or `)})`
}

/** The condition of one filter on its column. */
function condition(column: ListColumn, { field, operator, value }: Filter): RawBuilder<boolean> {
  const path = `filter[${field}]`
  if (operator === 'empty') return isEmpty(column, readYesNo(path, value))
  if (column.type === 'json') return jsonCondition(column, path, operator, value)
  if (column.type === 'ids') return idsCondition(column, path, operator, value)
  if (operator === 'in') {
    const values = readValues(column, path, value)
    return sql<boolean>`${column.sql} = any(${values}::${sql.raw(types[column.type])}[])`
  }
  if (operator === 'contains') {
    if (column.type !== 'text') throw invalidField(path, say(words, 'containsText'))
    return sql<boolean>`${column.sql} like ${'%' + escapeLike(column.isFolded ? fold(value) : value) + '%'}`
  }
  const operand = typed(column, readValue(column, path, value))
  return sql<boolean>`${column.sql} ${comparisons[operator]} ${operand}`
}

const comparisons = {
  eq: sql`=`,
  ne: sql`is distinct from`,
  gt: sql`>`,
  gte: sql`>=`,
  lt: sql`<`,
  lte: sql`<=`,
}

/** The value with a type that the column's index understands; a fraction is compared with whole numbers as it is. */
export function typed(column: ListColumn, value: string | number | boolean | null): RawBuilder<unknown> {
  if (column.type === 'number') return Number.isSafeInteger(value) ? sql`${value}::bigint` : sql`${value}::numeric`
  if (column.type === 'json') return sql`${JSON.stringify(value)}::jsonb`
  return ['text', 'choice'].includes(column.type) ? sql`${value}` : sql`${value}::${sql.raw(types[column.type])}`
}

const types: Record<ColumnType, string> = {
  text: 'text',
  choice: 'text',
  number: 'numeric',
  time: 'timestamptz',
  day: 'date',
  id: 'uuid',
  ids: 'uuid',
  yesno: 'boolean',
  json: 'jsonb',
}

export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, character => `\\${character}`)
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** A filter's or cursor's text as the value its column is compared with. */
export function readValue(column: ListColumn, path: string, text: string): string | number | boolean {
  switch (column.type) {
    case 'number': {
      const number = Number(text)
      if (text.trim() === '' || !Number.isFinite(number))
        throw invalidField(path, say(words, 'notNumber', { value: clip(text, 40) }))
      return number
    }
    case 'time':
    case 'day':
      if (!day.safeParse(text).success && !instant.safeParse(text).success)
        throw invalidField(path, say(words, 'dateOrTime'))
      return text
    case 'id':
    case 'ids':
      if (!uuid.test(text)) throw invalidField(path, say(words, 'recordId'))
      return text
    case 'yesno':
      return readYesNo(path, text)
    case 'choice':
      if (column.choices && !column.choices.includes(text)) throw invalidChoice(path, column.choices)
      return text
    default:
      return column.isFolded ? fold(text) : text
  }
}

export function readValues(column: ListColumn, path: string, text: string) {
  const parts = text.split(',').slice(0, 500)
  return parts.map(part => readValue(column, path, part))
}

function readYesNo(path: string, text: string): boolean {
  if (text === 'true' || text === 'yes' || text === '1') return true
  if (text === 'false' || text === 'no' || text === '0') return false
  throw invalidField(path, say(words, 'yesOrNo'))
}

function isEmpty(column: ListColumn, wanted: boolean): RawBuilder<boolean> {
  const empty = column.json
    ? sql<boolean>`not jsonb_exists(${column.json.container}, ${column.json.key})`
    : column.type === 'ids'
      ? sql<boolean>`${column.sql} = '{}'`
      : sql<boolean>`${column.sql} is null`
  return wanted ? empty : sql<boolean>`not (${empty})`
}

function idsCondition(column: ListColumn, path: string, operator: Operator, value: string): RawBuilder<boolean> {
  const values = readValues(column, path, value)
  if (operator === 'eq') return sql<boolean>`${column.sql} @> ${values}::uuid[]`
  if (operator === 'in') return sql<boolean>`${column.sql} && ${values}::uuid[]`
  if (operator === 'ne') return sql<boolean>`not ${column.sql} && ${values}::uuid[]`
  throw invalidField(path, say(words, 'listOperators'))
}

/** Values of custom fields: compared as JSON, so numbers order as numbers and dates as dates. */
function jsonCondition(column: ListColumn, path: string, operator: Operator, value: string): RawBuilder<boolean> {
  const { container, key, holds } = column.json!
  const parsed = (text: string) =>
    holds === 'number'
      ? readValue({ ...column, type: 'number' }, path, text)
      : holds === 'yesno'
        ? readYesNo(path, text)
        : text
  const holdsValue = (text: string) =>
    sql<boolean>`(${container} @> ${JSON.stringify({ [key]: parsed(text) })}::jsonb or ${container} @> ${JSON.stringify({ [key]: [parsed(text)] })}::jsonb)`
  switch (operator) {
    case 'eq':
      return holdsValue(value)
    case 'ne':
      return sql<boolean>`not ${holdsValue(value)}`
    case 'in':
      return sql<boolean>`(${sql.join(value.split(',').slice(0, 100).map(holdsValue), sql` or `)})`
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return sql<boolean>`(${container} -> ${key}) ${comparisons[operator]} ${JSON.stringify(parsed(value))}::jsonb`
    default:
      return sql<boolean>`lower(${container} ->> ${key}) like ${'%' + escapeLike(value.toLowerCase()) + '%'}`
  }
}
