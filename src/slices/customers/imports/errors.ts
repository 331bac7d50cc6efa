import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import { invalidField } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { Ctx } from '../../../platform/context.ts'
import { Raw } from '../../../platform/http/route.ts'
import { contentDisposition } from '../../../platform/files/file-name.ts'
import { textIn } from '../../../platform/languages.ts'
import { cell } from '../../../platform/list/export.ts'
import { errorColumns } from './mapping.ts'
import type { StoredImport } from './store.ts'

const words = defineMessages('imports.errors', {
  no: 'no',
  withoutThis: 'yes, without this',
  cursor: 'Use the nextCursor of the page before.',
})

export interface ShownError {
  row: number
  isRefused: boolean
  reason: string
  cells: string[]
}

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
  query: { limit: number; cursor?: string; refused?: boolean },
): Promise<{ items: ShownError[]; nextCursor: string | null }> {
  const after = query.cursor === undefined ? 0 : Number(query.cursor)
  if (!Number.isSafeInteger(after) || after < 0) throw invalidField('cursor', say(words, 'cursor'))
  const rows = await ctx.db
    .selectFrom('importErrors')
    .select(['rowNumber', 'isRefused', 'reason', 'cells'])
    .where('workspaceId', '=', ctx.workspaceId)
    .where('importId', '=', importId)
    .where('rowNumber', '>', after)
    .$if(query.refused !== undefined, select => select.where('isRefused', '=', query.refused!))
    .orderBy('rowNumber')
    .limit(query.limit + 1)
    .execute()
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
  const names = format === 'vcard' ? ['Card'] : columns.map(column => column.name)
  const width = names.length
  async function* lines(): AsyncGenerator<string> {
    const delimiter = dialect.delimiter
    yield '\ufeff' + stringify([[...names.map(cell), ...errorColumns]], { delimiter })
    let cursor: string | undefined
    do {
      const page = await listErrors(ctx, id, {
        limit: 1000,
        ...(cursor === undefined ? {} : { cursor }),
        ...(refused === undefined ? {} : { refused }),
      })
      const rows = page.items.map(({ row, isRefused, reason, cells }) => [
        ...Array.from({ length: width }, (_, at) => cell(cells[at] ?? '')),
        row,
        textIn(say(words, isRefused ? 'no' : 'withoutThis'), ctx.locale),
        cell(reason),
      ])
      if (rows.length > 0) yield stringify(rows, { delimiter })
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
  }
  return new Raw(Readable.from(lines()), 'text/csv; charset=utf-8', {
    'content-disposition': contentDisposition('attachment', `${fileName.replace(/\.\w+$/, '')} problems.csv`),
  })
}
