import { sql } from 'kysely'
import { notFound } from '../../../kernel/errors.ts'
import type { ListQuery, Page } from '../../../kernel/page.ts'
import { fold } from '../../../kernel/text.ts'
import type { Ctx } from '../../../platform/context.ts'
import { escapeLike, type ListColumn } from '../../../platform/list/filter.ts'
import { listPage, type ListSpec } from '../../../platform/list/list.ts'
import { isVisible } from '../../../platform/list/visible.ts'
import { fieldColumns, listFields, usesFields } from '../fields/public.ts'
import { searchNeedle } from './contact.ts'
import { lifecycles, type Contact, type ContactRow, type Handle } from './schema.ts'

const columns: Record<string, ListColumn> = {
  name: { type: 'text', sql: sql`c.sort_name`, isSortable: true, isFolded: true },
  firstName: { type: 'text', sql: sql`c.first_name` },
  lastName: { type: 'text', sql: sql`c.last_name` },
  jobTitle: { type: 'text', sql: sql`c.job_title` },
  email: { type: 'text', sql: sql`lower(c.email)` },
  phone: { type: 'text', sql: sql`c.phone` },
  companyId: { type: 'id', sql: sql`c.company_id` },
  ownerId: { type: 'id', sql: sql`c.owner_id` },
  teamId: { type: 'id', sql: sql`c.team_id` },
  lifecycle: { type: 'choice', sql: sql`c.lifecycle`, choices: lifecycles },
  city: { type: 'text', sql: sql`c.city` },
  country: { type: 'choice', sql: sql`c.country` },
  language: { type: 'text', sql: sql`c.language` },
  source: { type: 'text', sql: sql`c.source` },
  tagIds: { type: 'ids', sql: sql`c.tag_ids` },
  importId: { type: 'id', sql: sql`c.import_id` },
  orders: { type: 'number', sql: sql`f.orders` },
  netAmount: { type: 'number', sql: sql`f.net_amount`, isSortable: true, id: sql`f.contact_id` },
  lastTouchAt: { type: 'time', sql: sql`f.last_touch_at`, isSortable: true, isNullable: true, id: sql`f.contact_id` },
  createdAt: { type: 'time', sql: sql`c.created_at`, isSortable: true },
  updatedAt: { type: 'time', sql: sql`c.updated_at`, isSortable: true },
  deletedAt: { type: 'time', sql: sql`c.deleted_at`, isSortable: true },
}

const select = sql`c.id, c.name, c.first_name, c.last_name, c.job_title, c.email, c.phone, c.company_id, co.name as company_name, c.owner_id, c.team_id,
  c.lifecycle, c.city, c.country, c.language, c.tag_ids, c.fields, c.source, f.orders, f.net_amount, f.last_touch_at, c.created_at, c.updated_at, c.deleted_at`

const from = sql`contacts c
  join contact_facts f on f.workspace_id = c.workspace_id and f.contact_id = c.id
  left join companies co on co.workspace_id = c.workspace_id and co.id = c.company_id`

export async function listContacts(ctx: Ctx, query: ListQuery, isBin = false): Promise<Page<ContactRow>> {
  const custom = usesFields(query)
    ? fieldColumns(await listFields(ctx.db, ctx.workspaceId, 'contact'), sql`c.fields`)
    : {}
  const spec: ListSpec = {
    from,
    select,
    where: [
      sql<boolean>`c.workspace_id = ${ctx.workspaceId} and c.merged_into is null and c.erased_at is null`,
      isBin ? sql<boolean>`c.deleted_at is not null` : sql<boolean>`c.deleted_at is null`,
      isVisible(ctx, 'c'),
    ],
    id: sql`c.id`,
    columns: { ...columns, ...custom },
    defaultSort: isBin ? '-deletedAt' : 'name',
    search: q => {
      const needle = searchNeedle(q)
      return needle.length < 3
        ? sql<boolean>`c.sort_name like ${escapeLike(fold(q)) + '%'}`
        : sql<boolean>`c.search_text like ${'%' + escapeLike(needle) + '%'}`
    },
  }
  return listPage(ctx.db, spec, query)
}

/** Of several contacts that are one, each has its first e-mail and phone: that which is shown is the first of all. */
const isPrimary = sql`(case when not c.has_merged then h.is_primary when h.kind = 'email' then h.normal is not distinct from c.email
  when h.kind = 'phone' then h.normal is not distinct from c.phone else h.is_primary end)`

/**
 * The whole contact as JSON text, written by the database in one statement. An id that was merged answers with the
 * contact that it belongs to now.
 */
export async function getContactJson(ctx: Ctx, id: string): Promise<string> {
  const { rows } = await sql<{ contact: string }>`
    select json_build_object(
      'id', c.id, 'name', c.name, 'firstName', c.first_name, 'lastName', c.last_name, 'jobTitle', c.job_title, 'email', c.email, 'phone', c.phone,
      'companyId', c.company_id, 'companyName', co.name, 'ownerId', c.owner_id, 'teamId', c.team_id, 'lifecycle', c.lifecycle,
      'street', c.street, 'city', c.city, 'region', c.region, 'postalCode', c.postal_code, 'country', c.country, 'language', c.language,
      'timeZone', c.time_zone, 'birthday', c.birthday, 'tagIds', c.tag_ids, 'fields', c.fields, 'source', c.source, 'version', c.version,
      'isDemo', c.is_demo, 'createdAt', c.created_at, 'updatedAt', c.updated_at, 'deletedAt', c.deleted_at,
      'mergedIds', case when c.has_merged then (select coalesce(json_agg(m.id), '[]') from contacts m where m.workspace_id = c.workspace_id and m.merged_into = c.id) else '[]' end,
      'handles', (
        select coalesce(json_agg(json_build_object('id', h.id, 'contactId', h.contact_id, 'kind', h.kind, 'value', h.value, 'normal', h.normal, 'label', h.label,
          'isPrimary', ${isPrimary}, 'isIdentifying', h.is_identifying, 'verifiedAt', h.verified_at, 'source', h.source, 'confidence', h.confidence)
          order by h.kind, ${isPrimary} desc, h.created_at, h.id), '[]')
        from handles h where h.workspace_id = c.workspace_id and h.deleted_at is not distinct from c.deleted_at
          and h.contact_id = any(case when c.has_merged
            then array(select m.id from contacts m where m.workspace_id = c.workspace_id and m.merged_into = c.id) || c.id else array[c.id] end)),
      'facts', json_build_object('orders', f.orders, 'orderAmount', f.order_amount, 'returns', f.returns, 'returnAmount', f.return_amount,
        'netAmount', f.net_amount, 'touchpoints', f.touchpoints, 'firstTouchAt', f.first_touch_at, 'lastTouchAt', f.last_touch_at,
        'firstOrderAt', f.first_order_at, 'lastOrderAt', f.last_order_at)
    )::text as contact
    from contacts asked
      join contacts c on c.workspace_id = asked.workspace_id and c.id = coalesce(asked.merged_into, asked.id)
      join contact_facts f on f.workspace_id = c.workspace_id and f.contact_id = c.id
      left join companies co on co.workspace_id = c.workspace_id and co.id = c.company_id
    where asked.workspace_id = ${ctx.workspaceId} and asked.id = ${id} and ${isVisible(ctx, 'c')}`.execute(ctx.db)
  const row = rows[0]
  if (!row) throw notFound('contact')
  return row.contact
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
  companyId: string | null
}

/** Checks that the actor may see the contact and tells which ids its history was written with. */
export async function getContactKey(ctx: Ctx, id: string): Promise<ContactKey> {
  const { rows } = await sql<{ id: string; name: string; companyId: string | null; mergedIds: string[] | null }>`
    select c.id, c.name, c.company_id, case when c.has_merged then
      (select array_agg(m.id) from contacts m where m.workspace_id = c.workspace_id and m.merged_into = c.id) end as merged_ids
    from contacts asked join contacts c on c.workspace_id = asked.workspace_id and c.id = coalesce(asked.merged_into, asked.id)
    where asked.workspace_id = ${ctx.workspaceId} and asked.id = ${id} and ${isVisible(ctx, 'c')}`.execute(ctx.db)
  const row = rows[0]
  if (!row) throw notFound('contact')
  return { id: row.id, name: row.name, companyId: row.companyId, ids: [row.id, ...(row.mergedIds ?? [])] }
}
