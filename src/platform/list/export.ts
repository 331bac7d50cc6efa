import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import { currencyDigits, fromMinor } from '../../kernel/money.ts'
import type { ListQuery, Page } from '../../kernel/page.ts'
import type { Ctx } from '../context.ts'
import { Raw } from '../http/route.ts'
import { textIn } from '../languages.ts'
import { walk } from '../redact.ts'

export interface ExportColumn<Row> {
  key: string
  label: string
  value: (row: Row) => unknown
  /** Of an amount of money, which JSON has in minor units and CSV with its decimals. */
  currency?: (row: Row) => string
}

/** Values of a row under their own names. */
export function exportColumns<Row extends object>(keys: readonly string[]): ExportColumn<Row>[] {
  return keys.map(key => ({ key, label: key, value: row => row[key as keyof Row] }))
}

type ReadPage<Row> = (query: ListQuery) => Promise<Page<Row>>

const mediaTypes = { csv: 'text/csv; charset=utf-8', jsonl: 'application/x-ndjson; charset=utf-8' }

/** A whole list as CSV (with a heading, formula cells defused) or JSON Lines, streamed page by page. */
export async function exportList<Row>(
  ctx: Pick<Ctx, 'locale'>,
  format: 'csv' | 'jsonl',
  fileName: string,
  columns: ExportColumn<Row>[],
  query: ListQuery,
  readPage: ReadPage<Row>,
): Promise<Raw> {
  const pages = await readPages(ctx, query, readPage)
  const write = format === 'csv' ? writeCsv : writeJsonLines
  return new Raw(Readable.from(write(columns, pages)), mediaTypes[format], {
    'content-disposition': `attachment; filename="${fileName}.${format}"`,
  })
}

/** All pages of a list, in the reader's language. The first is read at once, so that a query that is refused is refused before anything is sent. */
export async function readPages<Row>(
  { locale }: Pick<Ctx, 'locale'>,
  { total: _, ...query }: ListQuery,
  readPage: ReadPage<Row>,
): Promise<AsyncIterable<Row[]>> {
  const read = (cursor?: string) => readPage({ ...query, limit: 1000, cursor })
  const first = await read()
  return (async function* () {
    for (let page = first; ; page = await read(page.nextCursor)) {
      yield page.items.map(row => walk(row, text => textIn(text, locale)) as Row)
      if (page.nextCursor === null) return
    }
  })()
}

async function* writeCsv<Row>(columns: ExportColumn<Row>[], pages: AsyncIterable<Row[]>): AsyncGenerator<string> {
  yield '\ufeff' + stringify([columns.map(column => column.label)])
  for await (const rows of pages) yield stringify(rows.map(row => columns.map(column => cellOf(column, row))))
}

function cellOf<Row>({ value, currency }: ExportColumn<Row>, row: Row): string {
  const written = value(row)
  return currency && typeof written === 'number' ? decimal(written, currency(row)) : cell(written)
}

function decimal(minor: number, currency: string): string {
  return fromMinor(minor, currency).toFixed(currencyDigits(currency))
}

async function* writeJsonLines<Row>(columns: ExportColumn<Row>[], pages: AsyncIterable<Row[]>): AsyncGenerator<string> {
  for await (const rows of pages) {
    for (const row of rows) {
      yield JSON.stringify(Object.fromEntries(columns.map(({ key, value }) => [key, value(row) ?? null]))) + '\n'
    }
  }
}

/**
 * Text of a cell; what a spreadsheet would run as a formula gets an apostrophe before it, and so does what looks like that
 * by itself: whoever takes one away (`cleanCell` of imports) has the text again.
 */
export function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text =
    value instanceof Date
      ? value.toISOString()
      : Array.isArray(value)
        ? value.map(part => (typeof part === 'object' ? JSON.stringify(part) : part)).join('; ')
        : typeof value === 'object'
          ? JSON.stringify(value)
          : String(value)
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
