import { sql, type RawBuilder } from 'kysely'
import { defineAbsence, invalidChoice, invalidField } from '../../../../kernel/errors.ts'
import { defineText } from '../../../../kernel/messages.ts'
import type { ListQuery, Page } from '../../../../kernel/page.ts'
import { id as idSchema } from '../../../../kernel/ids.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { ListColumn } from '../../../../platform/list/filter.ts'
import { listPage } from '../../../../platform/list/list.ts'
import { isVisible } from '../../../../platform/list/visible.ts'
import { fold } from '../../../../kernel/text.ts'
import { holdsWords } from '../../../../platform/record/list.ts'
import { jsonOf } from '../../../../platform/record/fragments.ts'
import { companyName } from '../../companies/public.ts'
import { isRoot, rootId, idsOfRoot } from '../../contacts/public.ts'
import { joinMember } from '../../../workspace/members/public.ts'
import type { FieldEvidence } from '../evidence.ts'
import { explain } from '../evidence-words.ts'
import { candidateStatuses, sideColumns, type Candidate } from '../schema.ts'
import { joinBoth } from './join-both.ts'
import { readFieldLabels } from './words.ts'

const notContact = defineText('identity.candidates.contactId', 'Use the id of a contact.')

export const noPair = defineAbsence('identity.no-pair', 'pair')

export type StoredCandidate = Omit<Candidate, 'evidence'> & { evidence: FieldEvidence[] }

const columns: Record<string, ListColumn> = {
  probability: { type: 'number', sql: sql`k.probability`, isSortable: true },
  assigneeId: { type: 'id', sql: sql`k.assignee_id` },
}

const select = sql`k.id, k.probability, k.weight, k.evidence, k.assignee_id, m.name as assignee_name, k.later_at, k.scored_at, ${side('a')} as a, ${side('b')} as b,
  (select count(*) from identity_candidates o where o.workspace_id = k.workspace_id and o.id <> k.id
    and (o.a_id = k.a_id or o.a_id = k.b_id or o.b_id = k.a_id or o.b_id = k.b_id)) as related`

const from = sql`identity_candidates k ${joinBoth('k')} ${joinMember('k.assignee_id')}`

/** Everything of a contact that is compared on the screen, as JSON. */
function side(alias: 'a' | 'b'): RawBuilder<unknown> {
  const c = sql.id(alias)
  return sql`(select json_build_object(${jsonOf(sideColumns, alias)}, 'companyName', ${companyName(`${alias}.company_id`)},
    'orders', f.orders, 'netAmount', f.net_amount, 'touchpoints', f.touchpoints, 'firstTouchAt', f.first_touch_at, 'lastTouchAt', f.last_touch_at,
    'handles', (select coalesce(json_agg(json_build_object('kind', h.kind, 'value', h.value, 'normal', h.normal) order by h.kind, h.is_primary desc, h.created_at, h.id), '[]')
      from handles h where h.workspace_id = ${c}.workspace_id and h.deleted_at is null and h.contact_id = any(${idsOfRoot(alias)})))
    from contact_facts f where f.workspace_id = ${c}.workspace_id and f.contact_id = ${c}.id)`
}

/** Pairs of which both are there, apart, and the actor's to see. */
export function shownPairs(ctx: Ctx): RawBuilder<boolean>[] {
  return [
    sql<boolean>`k.workspace_id = ${ctx.workspaceId} and ${isRoot('a')} and a.deleted_at is null and ${isRoot('b')} and b.deleted_at is null`,
    isVisible(ctx, 'a'),
    isVisible(ctx, 'b'),
  ]
}

const ownFilters = new Set(['filter[status]', 'filter[source]', 'filter[contactId]'])

export async function listCandidates(ctx: Ctx, query: ListQuery): Promise<Page<Candidate>> {
  const asked = query['filter[assigneeId]'] === 'me' ? { ...query, 'filter[assigneeId]': ctx.actor.memberId } : query
  const page = await listPage<StoredCandidate>(ctx, asked as ListQuery, {
    alias: 'k',
    from,
    select,
    where: [...shownPairs(ctx), ...extraFilters(ctx, query)],
    columns,
    ownFilters,
    defaultSort: '-probability',
    search: q => matches(ctx, q),
  })
  return { ...page, items: await explainAll(ctx, page.items) }
}

/** Contacts found by name or handle; a thousand of them are enough to look through. */
function matches(ctx: Ctx, q: string): RawBuilder<boolean> {
  const found = sql`array(select s.id from contacts s where s.workspace_id = ${ctx.workspaceId} and ${holdsWords(sql`s.search_text`, q)} limit 1000)`
  return sql<boolean>`(k.a_id = any(${found}) or k.b_id = any(${found}))`
}

function extraFilters(ctx: Ctx, query: Record<string, unknown>): RawBuilder<boolean>[] {
  const filters: RawBuilder<boolean>[] = []
  const status = query['filter[status]']
  if (status === 'open') filters.push(sql<boolean>`k.later_at is null`)
  else if (status === 'later') filters.push(sql<boolean>`k.later_at is not null`)
  else if (status === 'assigned') filters.push(sql<boolean>`k.assignee_id is not null`)
  else if (status !== undefined) throw invalidChoice('filter[status]', candidateStatuses)
  const source = query['filter[source]']
  if (source !== undefined) filters.push(sql<boolean>`(a.source = ${String(source)} or b.source = ${String(source)})`)
  const contactId = query['filter[contactId]']
  if (contactId !== undefined) {
    if (!idSchema.safeParse(contactId).success) throw invalidField('filter[contactId]', notContact)
    const root = sql`(select ${rootId('r')} from contacts r where r.workspace_id = ${ctx.workspaceId} and r.id = ${contactId}::uuid)`
    filters.push(sql<boolean>`(k.a_id = ${root} or k.b_id = ${root})`)
  }
  return filters
}

export async function getCandidate(ctx: Ctx, id: string): Promise<Candidate> {
  const [found] = await explainAll(ctx, await readCandidates(ctx, [id]))
  return noPair.unless(found)
}

export async function readCandidates(ctx: Ctx, ids: string[]): Promise<StoredCandidate[]> {
  const { rows } = await sql<StoredCandidate>`select ${select} from ${from}
    where ${sql.join(shownPairs(ctx), sql` and `)} and k.id = any(${ids}::uuid[])`.execute(ctx.db)
  return rows
}

/** The evidence in plain words, with the values as the contacts have them where both are at hand. */
export async function explainAll<Row extends { evidence: FieldEvidence[]; a: object; b: object }>(
  ctx: Ctx,
  rows: Row[],
): Promise<(Omit<Row, 'evidence'> & { evidence: ReturnType<typeof explain>[] })[]> {
  const labels = await readFieldLabels(
    ctx,
    rows.flatMap(row => row.evidence.map(item => item.field)),
  )
  return rows.map(row => ({
    ...row,
    evidence: row.evidence.map(item =>
      explain({ ...item, a: asWritten(row.a, item.a), b: asWritten(row.b, item.b) }, ctx.locale, labels),
    ),
  }))
}

/** What is compared is folded; people read it as the contact has it. */
function asWritten(side: object, value: string | null): string | null {
  if (value === null) return null
  const texts = Object.values(side).filter(text => typeof text === 'string')
  return texts.find(text => fold(text) === value) ?? value
}
