import { Readable } from 'node:stream'
import type { ListQuery } from '../../../kernel/page.ts'
import type { Ctx } from '../../../platform/context.ts'
import { Raw } from '../../../platform/http/route.ts'
import { exportList, readPages, type ExportColumn } from '../../../platform/list/export.ts'
import { listFields } from '../fields/public.ts'
import { getContact, listContacts } from './queries.ts'
import type { ContactRow } from './schema.ts'
import { toVcard } from './vcard.ts'

const keys = [
  'id',
  'name',
  'firstName',
  'lastName',
  'jobTitle',
  'email',
  'phone',
  'companyName',
  'ownerId',
  'teamId',
  'lifecycle',
  'city',
  'country',
  'language',
  'tagIds',
  'source',
  'orders',
  'netAmount',
  'lastTouchAt',
  'createdAt',
  'updatedAt',
] as const

/** The contacts of a list in `format`, with every custom field as a column of its own. */
export async function exportContacts(ctx: Ctx, format: 'csv' | 'jsonl' | 'vcard', query: ListQuery): Promise<Raw> {
  if (format === 'vcard') {
    const cards = writeVcards(ctx, await readPages(query, page => listContacts(ctx, page)))
    return new Raw(Readable.from(cards), 'text/vcard; charset=utf-8', {
      'content-disposition': 'attachment; filename="contacts.vcf"',
    })
  }
  const fields = await listFields(ctx.db, ctx.workspaceId, 'contact')
  const columns: ExportColumn<ContactRow>[] = [
    ...keys.map(key => ({ key, label: key, value: (row: ContactRow) => row[key] })),
    ...fields.map(field => ({
      key: `fields.${field.key}`,
      label: field.label,
      value: (row: ContactRow) => row.fields[field.key],
    })),
  ]
  return exportList(format, 'contacts', columns, query, page => listContacts(ctx, page))
}

async function* writeVcards(ctx: Ctx, pages: AsyncIterable<ContactRow[]>): AsyncGenerator<string> {
  for await (const rows of pages) for (const row of rows) yield toVcard(await getContact(ctx, row.id))
}
