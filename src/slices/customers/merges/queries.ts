import { sql, type RawBuilder } from 'kysely'
import { defineAbsence } from '../../../kernel/errors.ts'
import type { ListQuery, Page } from '../../../kernel/page.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { ListColumn } from '../../../platform/list/filter.ts'
import { listPage } from '../../../platform/list/list.ts'
import { isVisible } from '../../../platform/list/visible.ts'
import { joinMember } from '../../workspace/members/public.ts'
import { getContactKey, rootId } from '../contacts/public.ts'
import { countsOf } from './counts.ts'
import { hows, type Merge, type MergeDetails } from './schema.ts'

export const noMerge = defineAbsence('merges.no-merge', 'merge')

const columns: Record<string, ListColumn> = {
  how: { type: 'choice', sql: sql`m.how`, choices: hows },
  isUndone: { type: 'yesno', sql: sql`(m.undone_at is not null)` },
  memberId: { type: 'id', sql: sql`m.member_id` },
  createdAt: { type: 'time', sql: sql`m.created_at`, isSortable: true },
}

const select = sql`m.id, m.survivor_id, s.name as survivor_name, m.merged_id, d.name as merged_name, m.how, m.evidence, m.choices, m.created_at, m.undone_at,
  case when b.id is not null then json_build_object('id', b.id, 'name', b.name) end as by,
  case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as undone_by`

/** `sr` and `dr` are the contacts that the two belong to now. */
const from = sql`merges m
  join contacts s on s.workspace_id = m.workspace_id and s.id = m.survivor_id
  join contacts sr on sr.workspace_id = s.workspace_id and sr.id = ${rootId('s')}
  join contacts d on d.workspace_id = m.workspace_id and d.id = m.merged_id
  join contacts dr on dr.workspace_id = d.workspace_id and dr.id = ${rootId('d')}
  ${joinMember('m.member_id', 'b')}
  ${joinMember('m.undone_by', 'u')}`

/** Merges of contacts all of which the actor may see. */
function visible(ctx: Ctx): RawBuilder<boolean> {
  return sql<boolean>`m.workspace_id = ${ctx.workspaceId} and ${isVisible(ctx, 'sr')} and ${isVisible(ctx, 'dr')}`
}

export async function listMerges(ctx: Ctx, query: ListQuery): Promise<Page<Merge>> {
  return listPage(ctx, query, {
    alias: 'm',
    from,
    select,
    where: [visible(ctx)],
    columns,
  })
}

const longest = 500

/** The merges of a contact and of all merged into it, newest first. */
export async function listContactMerges(ctx: Ctx, contactId: string): Promise<Merge[]> {
  const { ids } = await getContactKey(ctx, contactId)
  const { rows } = await sql<Merge>`
    select ${select} from ${from} where ${visible(ctx)} and (m.survivor_id = any(${ids}::uuid[]) or m.merged_id = any(${ids}::uuid[]))
    order by m.created_at desc, m.id desc limit ${longest}`.execute(ctx.db)
  return rows
}

export async function readMerges(ctx: Ctx, ids: string[]): Promise<Merge[]> {
  const { rows } = await sql<Merge>`
    select ${select} from ${from}
      where ${visible(ctx)} and m.id = any(${ids}::uuid[]) order by m.created_at, m.id`.execute(ctx.db)
  return rows
}

export async function getMerge(ctx: Ctx, id: string): Promise<MergeDetails> {
  const [merge] = await readMerges(ctx, [id])
  if (!merge) throw noMerge()
  const contacts = await readBelow(ctx, merge.mergedId)
  const ids = contacts.map(contact => contact.id)
  const { rows: handles } = await sql<MergeDetails['comesApart']['handles'][number]>`
    select h.kind, h.value from handles h
    where h.workspace_id = ${ctx.workspaceId} and h.contact_id = any(${ids}::uuid[]) and h.deleted_at is null
    order by h.kind, h.created_at, h.id`.execute(ctx.db)
  return { ...merge, comesApart: { contacts, handles, counts: (await countsOf(ctx, [ids]))[0]! } }
}

/** A contact and all that were merged into it, directly or not. */
async function readBelow(ctx: Ctx, contactId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    with recursive below (id) as (
      select ${contactId}::uuid
      union
      select m.merged_id from below join merges m on m.survivor_id = below.id where m.workspace_id = ${ctx.workspaceId} and m.undone_at is null)
    select c.id, c.name from below join contacts c on c.id = below.id
      where c.workspace_id = ${ctx.workspaceId} order by c.id <> ${contactId}::uuid, c.id`.execute(ctx.db)
  return rows
}
