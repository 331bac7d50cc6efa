import { sql, type RawBuilder } from 'kysely'
import { line } from '../../../kernel/record/column.ts'
import { columnsFor, without } from '../../../kernel/record/record.ts'
import type { Ctx } from '../../../platform/context.ts'
import { fixed } from '../../../platform/db/fixed.ts'
import { isVisible } from '../../../platform/list/visible.ts'
import { jsonOf } from '../../../platform/record/fragments.ts'
import { recordQueries } from '../../../platform/record/record-queries.ts'
import { joinCompany } from '../companies/public.ts'
import { factFilters, factsJson, factsSelect, joinFacts, listedFacts } from '../facts/public.ts'
import { noContact } from './contact.ts'
import { contactRecord, shownHandle } from './record.ts'
import { askedAndRoot, idsOfRoot } from './root.ts'
import type { Contact, ContactRow, Handle } from './schema.ts'

const { columns } = contactRecord

const isOneself = sql<boolean>`c.merged_into is null and c.erased_at is null`

export const contactQueries = recordQueries<ContactRow>(contactRecord, {
  alias: 'c',
  joins: fixed(sql`${joinFacts('contact')} ${joinCompany('c.company_id')}`),
  absent: noContact,
  row: () => ({ companyName: sql`co.name` }),
  listed: factsSelect,
  filters: { email: { type: 'text', sql: sql`lower(c.email)` }, ...factFilters('contact') },
  list: () => ({ where: [isOneself] }),
  exported: { ...columnsFor(columns, 'exported'), companyName: line([]), ...listedFacts },
})

/** Of several contacts that are one, each has its first e-mail and phone: that which is shown is the first of all. */
const isPrimary = sql`(case when not c.has_merged then h.is_primary when h.kind = 'email' then h.normal is not distinct from c.email
  when h.kind = 'phone' then h.normal is not distinct from c.phone else h.is_primary end)`

const whole = fixed(sql`
  select json_build_object(${jsonOf(columnsFor(columns, 'listed', 'shown'), 'c')}, 'companyName', co.name,
    'mergedIds', case when c.has_merged then (select coalesce(json_agg(m.id), '[]') from contacts m where m.workspace_id = c.workspace_id and m.merged_into = c.id) else '[]' end,
    'handles', (
      select coalesce(json_agg(json_build_object(${jsonOf(without(shownHandle, 'isPrimary'), 'h')}, 'isPrimary', ${isPrimary})
        order by h.kind, ${isPrimary} desc, h.created_at, h.id), '[]')
      from handles h where h.workspace_id = c.workspace_id and h.deleted_at is not distinct from c.deleted_at
        and h.contact_id = any(${idsOfRoot('c')})),
    'facts', ${factsJson}
  )::text as contact
  from ${askedAndRoot}
    ${joinFacts('contact')}
    ${joinCompany('c.company_id')}`)

/** Whole contacts as JSON text, written by the database. */
const wholeContacts = (ctx: Ctx, asked: RawBuilder<boolean>) =>
  sql<{
    contact: string
  }>`${whole} where asked.workspace_id = ${ctx.workspaceId} and ${asked} and ${isVisible(ctx, 'c')}`

/** The whole contact as JSON text. An id that was merged answers with the contact that it belongs to now. */
export async function getContactJson(ctx: Ctx, id: string): Promise<string> {
  const { rows } = await wholeContacts(ctx, sql<boolean>`asked.id = ${id}`).execute(ctx.db)
  return noContact.unless(rows[0]).contact
}

/** Whole contacts in the order of `ids`. */
export async function readContacts(ctx: Ctx, ids: string[]): Promise<Contact[]> {
  const { rows } = await wholeContacts(ctx, sql<boolean>`asked.id = any(${ids}::uuid[])`).execute(ctx.db)
  const contacts = new Map(rows.map(row => JSON.parse(row.contact) as Contact).map(contact => [contact.id, contact]))
  return ids.flatMap(id => contacts.get(id) ?? [])
}

export async function getContact(ctx: Ctx, id: string): Promise<Contact> {
  return JSON.parse(await getContactJson(ctx, id)) as Contact
}

export async function listHandles(ctx: Ctx, id: string): Promise<Handle[]> {
  return (await getContact(ctx, id)).handles
}

export interface ContactKey {
  /** The surviving contact. */
  id: string
  /** The survivor and all that were merged into it: whose events and orders to read. */
  ids: string[]
  name: string
  email: string | null
  companyId: string | null
  /** What they read; unknown when null. */
  language: string | null
}

/** Checks that the actor may see the contact and tells which ids its history was written with. */
export async function getContactKey(ctx: Ctx, id: string): Promise<ContactKey> {
  const { rows } = await sql<ContactKey>`
    select c.id, c.name, c.email, c.company_id, c.language, ${idsOfRoot('c')} as ids from ${askedAndRoot}
    where asked.workspace_id = ${ctx.workspaceId} and asked.id = ${id} and ${isVisible(ctx, 'c')}`.execute(ctx.db)
  return noContact.unless(rows[0])
}
