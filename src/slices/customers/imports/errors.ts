import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import { sql } from 'kysely'
import type { z } from 'zod'
import { invalidField } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { Page } from '../../../kernel/page.ts'
import type { Ctx } from '../../../platform/context.ts'
import { findRows } from '../../../platform/db/row.ts'
import { Raw } from '../../../platform/http/route.ts'
import { contentDisposition } from '../../../platform/files/file-name.ts'
import { textIn, wordsFor } from '../../../platform/languages.ts'
import { cell } from '../../../platform/list/export.ts'
import { errorColumns } from './error-columns.ts'
import { cleanCell } from './rows/cell.ts'
import type { rowError } from './schema.ts'
import type { StoredImport } from './store.ts'

const words = defineMessages('imports.errors', {
  no: 'no',
  withoutThis: 'yes, without this',
  card: 'Card',
  fileName: '{name} problems.csv',
  cursor: 'Use the nextCursor of the page before.',
})

/** Why a row was refused or not taken whole, a sentence for each line. */
function reasonsIn({ locale }: Ctx, reasons: string): string {
  return reasons
    .split('\n')
    .map(reason => textIn(reason, locale))
    .join(' ')
}

/** A page of the rows that were refused or not taken whole, in the order of the file. */
export async function listErrors(
  ctx: Ctx,
  importId: string,
  query: { limit: number; cursor?: string | undefined; refused?: boolean | undefined },
): Promise<Page<z.output<typeof rowError>>> {
  const after = query.cursor === undefined ? 0 : Number(query.cursor)
  if (!Number.isSafeInteger(after) || after < 0) throw invalidField('cursor', say(words, 'cursor'))
  const which = { importId, ...(query.refused === undefined ? {} : { isRefused: query.refused }) }
  const page = sql`and row_number > ${after} order by row_number limit ${query.limit + 1}`
  const rows = await findRows(ctx, 'importErrors', ['rowNumber', 'isRefused', 'reason', 'cells'], which, page)
  const items = rows.slice(0, query.limit).map(({ rowNumber, cells, ...rest }) => ({
    row: rowNumber,
    ...rest,
    reason: reasonsIn(ctx, rest.reason),
    cells: cells as string[],
  }))
  return { items, nextCursor: rows.length > query.limit ? String(items.at(-1)!.row) : null }
}

/** Those rows as a CSV file: the columns of the original, so that it can be corrected and imported, and the reason. */
export function exportErrors(
  ctx: Ctx,
  { id, format, columns, dialect, fileName }: StoredImport,
  refused: boolean | undefined,
): Raw {
  const t = wordsFor(words, ctx.locale)
  const names = format === 'vcard' ? [t('card')] : columns.map(column => column.name)
  const { delimiter } = dialect
  async function* lines(): AsyncGenerator<string> {
    yield '\ufeff' + stringify([[...names.map(cell), ...errorColumns(ctx.locale)]], { delimiter })
    for (let cursor: string | undefined, isLast = false; !isLast;) {
      const page = await listErrors(ctx, id, { limit: 1000, cursor, refused })
      const rows = page.items.map(({ row, isRefused, reason, cells }) => [
        ...names.map((_, at) => cell(cleanCell(cells[at] ?? ''))),
        row,
        t(isRefused ? 'no' : 'withoutThis'),
        cell(reason),
      ])
      if (rows.length > 0) yield stringify(rows, { delimiter })
      cursor = page.nextCursor ?? undefined
      isLast = cursor === undefined
    }
  }
  const name = t('fileName', { name: fileName.replace(/\.\w+$/, '') })
  return new Raw(Readable.from(lines()), 'text/csv; charset=utf-8', {
    'content-disposition': contentDisposition('attachment', name),
  })
}
