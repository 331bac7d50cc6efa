import { Readable } from 'node:stream'
import type { ListQuery } from '../../../kernel/page.ts'
import type { Ctx } from '../../../platform/context.ts'
import { Raw } from '../../../platform/http/route.ts'
import { readPages } from '../../../platform/list/export.ts'
import { contactQueries, readContacts } from './queries.ts'
import type { ContactRow } from './schema.ts'
import { toVcard } from './vcard.ts'

export async function exportContacts(ctx: Ctx, format: 'csv' | 'jsonl' | 'vcard', query: ListQuery): Promise<Raw> {
  if (format !== 'vcard') return contactQueries.export(ctx, format, query)
  const cards = writeVcards(ctx, await readPages(ctx, query, page => contactQueries.list(ctx, page)))
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
