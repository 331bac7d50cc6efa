import { Readable } from 'node:stream'
import type { ListQuery } from '../../../kernel/page.ts'
import { columnsFor, keysOf } from '../../../kernel/record/record.ts'
import type { Ctx } from '../../../platform/context.ts'
import { Raw } from '../../../platform/http/route.ts'
import { readPages } from '../../../platform/list/export.ts'
import { recordExport } from '../fields/public.ts'
import { listContacts, readContacts } from './queries.ts'
import { contactRecord } from './record.ts'
import type { ContactRow } from './schema.ts'
import { toVcard } from './vcard.ts'

/** A company is told by its name. */
const columns = [
  ...keysOf(columnsFor(contactRecord.columns, 'exported')).map(key => (key === 'companyId' ? 'companyName' : key)),
  'orders',
  'netAmount',
  'lastTouchAt',
] as const
const exportTable = recordExport<ContactRow>(contactRecord, columns, listContacts)

export async function exportContacts(ctx: Ctx, format: 'csv' | 'jsonl' | 'vcard', query: ListQuery): Promise<Raw> {
  if (format !== 'vcard') return exportTable(ctx, format, query)
  const cards = writeVcards(ctx, await readPages(query, page => listContacts(ctx, page)))
  return new Raw(Readable.from(cards), 'text/vcard; charset=utf-8', {
    'content-disposition': 'attachment; filename="contacts.vcf"',
  })
}

async function* writeVcards(ctx: Ctx, pages: AsyncIterable<ContactRow[]>): AsyncGenerator<string> {
  for await (const rows of pages) {
    const ids = rows.map(row => row.id)
    const contacts = await readContacts(ctx, ids)
    yield contacts.map(toVcard).join('')
  }
}
