import type { Column } from '../../../kernel/record/column.ts'
import type { RecordDefinition } from '../../../kernel/record/record.ts'
import { columnName } from '../../../platform/record/fragments.ts'
import { companyRecord } from '../../customers/companies/record.ts'
import { contactRecord } from '../../customers/contacts/record.ts'

/** The columns that a new record may be given. */
const givenColumns = ({ columns }: RecordDefinition) =>
  Object.entries(columns).filter(([, { uses }]) => !uses.includes('later'))

function columnsOf(record: RecordDefinition): string {
  return ['workspace_id', ...givenColumns(record).map(([key]) => columnName(key))].join(', ')
}

const records = { companies: givenColumns(companyRecord), contacts: givenColumns(contactRecord) }

/** Tables in the order in which they can be filled, with the columns that the rows below give. */
export const columns = {
  workspaces: 'id, name, country, currency, time_zone, locale, is_demo, created_at',
  members: 'workspace_id, id, user_id, name, email, role, job_title, locale, is_demo, created_at, updated_at',
  teams: 'workspace_id, id, name, is_demo, created_at',
  team_members: 'workspace_id, team_id, member_id',
  tags: 'workspace_id, id, name, color, is_demo, created_at',
  fields: 'workspace_id, id, object, key, label, type, options, currency, position, is_demo, created_at',
  exchange_rates: 'workspace_id, currency, rate, updated_at',
  companies: columnsOf(companyRecord),
  company_facts:
    'workspace_id, company_id, orders, order_amount, returns, return_amount, net_amount, touchpoints, first_touch_at, last_touch_at, first_order_at, last_order_at',
  contacts: columnsOf(contactRecord),
  contact_facts:
    'workspace_id, contact_id, orders, order_amount, returns, return_amount, net_amount, touchpoints, first_touch_at, last_touch_at, first_order_at, last_order_at',
  handles: 'workspace_id, id, contact_id, kind, value, normal, label, is_primary, verified_at, source, created_at',
  orders:
    'workspace_id, id, number, contact_id, company_id, placed_at, currency, amount, exchange_rate, base_amount, quantity, status, fields, source, source_id, is_demo, created_at, updated_at',
  order_items: 'workspace_id, order_id, position, sku, name, quantity, unit_amount, amount',
  returns:
    'workspace_id, id, number, order_id, contact_id, company_id, returned_at, currency, amount, exchange_rate, base_amount, quantity, reason, source, source_id, is_demo, created_at',
  notes:
    'workspace_id, id, contact_id, company_id, body, mention_ids, is_pinned, author_id, is_demo, created_at, updated_at',
  tasks:
    'workspace_id, id, title, contact_id, assignee_id, due_at, created_by, is_demo, created_at, updated_at, done_at, done_by',
  events:
    'workspace_id, id, kind, contact_id, company_id, channel, subject_type, subject_id, actor_kind, actor_id, occurred_at, recorded_at, data',
} as const
export type Table = keyof typeof columns

export const tables = Object.keys(columns) as Table[]

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

/** Rows by table in COPY's text format. */
export class CopyText {
  readonly #workspaceId: string
  #rows: Partial<Record<Table, Bytes>> = {}

  constructor(workspaceId: string) {
    this.#workspaceId = workspaceId
  }

  /** Adds a row that begins with the workspace's id. */
  add(table: Table, ...values: Value[]): void {
    const bytes = (this.#rows[table] ??= new Bytes())
    bytes.add(`${this.#workspaceId}\t${row(values)}\n`)
  }

  /** Adds a record by its definition; times are milliseconds, and what is left out has its default. */
  addRecord(table: keyof typeof records, record: object): void {
    const given = record as Record<string, unknown>
    this.add(table, ...records[table].map(([key, column]) => copied(column, given[key] ?? column.empty)))
  }

  /** What was added since the last call. */
  take(): Partial<Record<Table, Uint8Array<ArrayBuffer>>> {
    const taken = Object.fromEntries(Object.entries(this.#rows).map(([table, bytes]) => [table, bytes.take()]))
    this.#rows = {}
    return taken
  }
}

function copied({ type }: Column, value: unknown): Value {
  if (value === null) return null
  if (value === undefined) throw new Error('A row of the demo lacks a value.')
  if (type === 'timestamptz') return new Date(value as number).toISOString()
  if (type === 'uuid[]') return `{${(value as string[]).join(',')}}`
  return type === 'jsonb' ? JSON.stringify(value) : (value as Value)
}

const special = /[\\\t\n\r]/
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** One row of COPY's text format, without its end. */
function row(values: readonly Value[]): string {
  let line = ''
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!
    if (at > 0) line += '\t'
    if (value === null) line += '\\N'
    else if (typeof value === 'string' && special.test(value))
      line += value.replace(/[\\\t\n\r]/g, found => escapes[found]!)
    else line += value
  }
  return line
}
