import type { Column } from '../../../kernel/record/column.ts'
import type { RecordDefinition } from '../../../kernel/record/record.ts'
import { columnName } from '../../../platform/db/column-name.ts'

/** Tables of the shop itself, and those that grow with its customers; in the order in which they can be filled. */
const shopTables = ['workspaces', 'members', 'teams', 'team_members', 'tags', 'fields', 'exchange_rates'] as const
const peopleTables = ['companies', 'company_facts', 'contacts', 'contact_facts', 'handles'] as const
const lifeTables = ['orders', 'order_items', 'returns', 'notes', 'tasks', 'events'] as const
export const grownTables = [...peopleTables, ...lifeTables] as const
export const tables = [...shopTables, ...grownTables] as const
export type Table = (typeof tables)[number]

/** Rows of one table in COPY's text format. */
export interface Rows {
  /** Their names in the database: `id, job_title, …`. */
  columns: string
  bytes: Uint8Array<ArrayBuffer>
}

const encoder = new TextEncoder()

type Value = string | number | boolean | null

/** Text that is turned into bytes a piece at a time: short pieces cost the garbage collector little. */
class Bytes {
  #text = ''
  #bytes = new Uint8Array(1 << 16)
  #length = 0

  add(text: string): void {
    this.#text += text
    if (this.#text.length > 8192) this.#encode()
  }

  take(): Uint8Array<ArrayBuffer> {
    this.#encode()
    return this.#bytes.slice(0, this.#length)
  }

  #encode(): void {
    const needed = this.#length + this.#text.length * 3
    if (needed > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2))
      larger.set(this.#bytes.subarray(0, this.#length))
      this.#bytes = larger
    }
    this.#length += encoder.encodeInto(this.#text, this.#bytes.subarray(this.#length)).written
    this.#text = ''
  }
}

/** Rows by table; those of one table have the same columns. */
export class CopyText {
  readonly #workspaceId: string
  #rows: Partial<Record<Table, { keys: string[]; text: Bytes }>> = {}

  constructor(workspaceId: string) {
    this.#workspaceId = workspaceId
  }

  /** Adds a row of the workspace. */
  add(table: Table, values: Record<string, Value | undefined>): void {
    const { keys, text } = (this.#rows[table] ??= { keys: Object.keys(values), text: new Bytes() })
    text.add(`${this.#workspaceId}${row(keys, values)}\n`)
  }

  /** Adds a record by its definition; times are milliseconds, and what is left out has its default. */
  addRecord({ table, columns }: RecordDefinition, record: object): void {
    const given = record as Record<string, unknown>
    const values: Record<string, Value | undefined> = {}
    for (const key in columns) {
      const column = columns[key]!
      values[key] = key === 'isDemo' ? true : copied(column, given[key] ?? column.empty)
    }
    this.add(table as Table, values)
  }

  /** What was added since the last call. */
  take(): Partial<Record<Table, Rows>> {
    const taken = Object.entries(this.#rows).map(([table, { keys, text }]) => {
      const workspaceKey = table === 'workspaces' ? 'id' : 'workspace_id'
      return [table, { columns: [workspaceKey, ...keys.map(columnName)].join(', '), bytes: text.take() }]
    })
    this.#rows = {}
    return Object.fromEntries(taken)
  }
}

function copied({ type }: Column, value: unknown): Value | undefined {
  if (value === null || value === undefined) return value
  if (type === 'timestamptz') return new Date(value as number).toISOString()
  if (type === 'uuid[]') return `{${(value as string[]).join(',')}}`
  return type === 'jsonb' ? JSON.stringify(value) : (value as Value)
}

const special = /[\\\t\n\r]/
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** The values of these keys in COPY's text format, each behind a tab. */
function row(keys: readonly string[], values: Readonly<Record<string, Value | undefined>>): string {
  let line = ''
  for (const key of keys) {
    const value = values[key]
    if (value === undefined) throw new Error('A row of the demo lacks a value.')
    line += '\t'
    if (value === null) line += '\\N'
    else if (typeof value === 'string' && special.test(value))
      line += value.replace(/[\\\t\n\r]/g, found => escapes[found]!)
    else line += value
  }
  return line
}
