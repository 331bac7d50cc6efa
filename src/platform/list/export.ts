import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import type { ListQuery, Page } from '../../kernel/page.ts'
import { Raw } from '../http/route.ts'

export interface ExportColumn<Row> {
  key: string
  label: string
  value: (row: Row) => unknown
}

/** A whole list as CSV (with a heading, formula cells defused) or JSON Lines, streamed page by page. */
export function exportList<Row>(
  format: 'csv' | 'jsonl',
  fileName: string,
  columns: ExportColumn<Row>[],
  query: ListQuery,
  readPage: (query: ListQuery) => Promise<Page<Row>>,
): Raw {
  const lines = async function* () {
    if (format === 'csv') yield '\ufeff' + stringify([columns.map(column => column.label)])
    let cursor: string | undefined
    do {
      const page: Page<Row> = await readPage({ ...query, limit: 1000, cursor, total: undefined })
      if (format === 'csv') yield stringify(page.items.map(row => columns.map(column => cell(column.value(row)))))
      else if (page.items.length > 0)
        yield (
          page.items
            .map(row =>
              JSON.stringify(Object.fromEntries(columns.map(column => [column.key, column.value(row) ?? null]))),
            )
            .join('\n') + '\n'
        )
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
  }
  return new Raw(
    Readable.from(lines()),
    format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8',
    {
      'content-disposition': `attachment; filename="${fileName}.${format}"`,
    },
  )
}

/** Text of a cell; what a spreadsheet would run as a formula gets an apostrophe before it. */
export function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text =
    value instanceof Date
      ? value.toISOString()
      : Array.isArray(value)
        ? value.join('; ')
        : typeof value === 'object'
          ? JSON.stringify(value)
          : String(value)
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
