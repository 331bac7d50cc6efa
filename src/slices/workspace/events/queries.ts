import { sql, type RawBuilder } from 'kysely'
import { defineAbsence, invalidField } from '../../../kernel/errors.ts'
import { id as anId } from '../../../kernel/ids.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { Page } from '../../../kernel/page.ts'
import type { Ctx } from '../../../platform/context.ts'
import { conditions, parseFilters, type ListColumn } from '../../../platform/list/filter.ts'
import { findRow } from '../../../platform/db/row.ts'
import { joinMember } from '../members/public.ts'
import { isSeenThrough } from '../../customers/contacts/public.ts'
import { contactRecord } from '../../customers/contacts/record.ts'
import type { EventQuery, RecordedEvent } from './schema.ts'
import { visibleCompany } from '../../customers/companies/public.ts'

const words = defineMessages('events.queries', {
  cursorOfFilters: 'Use the nextCursor of the page before, with the same filters.',
})
const noEvent = defineAbsence('events.no-event', 'event')

const columns: Record<string, ListColumn> = {
  kind: { type: 'text', sql: sql`e.kind` },
  channel: { type: 'text', sql: sql`e.channel` },
  contactId: { type: 'id', sql: sql`e.contact_id`, refersTo: contactRecord.table },
  companyId: { type: 'id', sql: sql`e.company_id` },
  subjectType: { type: 'text', sql: sql`e.subject_type` },
  subjectId: { type: 'id', sql: sql`e.subject_id` },
  actorKind: { type: 'text', sql: sql`e.actor_kind` },
  actorId: { type: 'id', sql: sql`e.actor_id` },
  linkedId: { type: 'id', sql: sql`e.linked_id` },
  importId: { type: 'id', sql: sql`e.import_id` },
  occurredAt: { type: 'time', sql: sql`e.occurred_at` },
  recordedAt: { type: 'time', sql: sql`e.recorded_at` },
}

/** Filters whose own index makes a result small; the others are looked for among the newest events. */
const indexed = new Set(['contactId', 'companyId', 'subjectId', 'linkedId', 'importId'])
const looksAt = 50_000

const select = sql`e.id, e.kind, e.contact_id, e.company_id, e.channel, e.subject_type, e.subject_id, e.linked_id,
  e.actor_kind, e.actor_id, m.name as actor_name, e.occurred_at, e.recorded_at, e.import_id, e.data`

/**
 * A page of the log, newest recorded first: ids are made in the order of recording, so the primary key is that order.
 * What no index finds is looked for among `looksAt` events at a time, for there may be millions without a match.
 */
export async function listEvents(ctx: Ctx, query: EventQuery): Promise<Page<RecordedEvent>> {
  const filters = parseFilters(query, new Set(['limit', 'cursor', 'format']))
  const where = [
    sql<boolean>`e.workspace_id = ${ctx.workspaceId}`,
    seesParty(ctx),
    ...(await conditions(ctx, columns, filters)),
  ]
  const before = query.cursor === undefined ? null : readCursor(query.cursor)
  if (before !== null) where.push(sql<boolean>`e.id < ${before}::uuid`)
  const isNarrow = filters.some(({ field, operator }) => ['eq', 'in'].includes(operator) && indexed.has(field))
  const isBounded = filters.length > 0 && !isNarrow
  const from = isBounded ? await findWindow(ctx, before) : null
  if (from !== null) where.push(sql<boolean>`e.id >= ${from}::uuid`)
  const { rows } = await sql<RecordedEvent>`
    select ${select} from (
      select e.* from events e where ${sql.join(where, sql` and `)} order by e.id desc limit ${query.limit + 1}) e
      ${joinMember('e.actor_id')}
    order by e.id desc`.execute(ctx.db)
  const items = rows.slice(0, query.limit)
  const hasMore = rows.length > query.limit
  return { items, nextCursor: hasMore ? items.at(-1)!.id : from }
}

/** The oldest of the next `looksAt` events before `before`; null when there are fewer. Read from the index alone. */
async function findWindow(ctx: Ctx, before: string | null): Promise<string | null> {
  const isBefore = before === null ? sql`` : sql`and id < ${before}::uuid`
  const last = sql`${isBefore} order by id desc offset ${looksAt} limit 1`
  return (await findRow(ctx, 'events', ['id'], {}, last))?.id ?? null
}

export async function getEvent(ctx: Ctx, id: string): Promise<RecordedEvent> {
  const { rows } = await sql<RecordedEvent>`
    select ${select} from events e ${joinMember('e.actor_id')}
    where e.workspace_id = ${ctx.workspaceId} and e.id = ${id} and ${seesParty(ctx)}`.execute(ctx.db)
  return noEvent.unless(rows[0])
}

function readCursor(text: string): string {
  const parsed = anId.safeParse(text)
  if (!parsed.success) throw invalidField('cursor', say(words, 'cursorOfFilters'))
  return parsed.data
}

/** The record rule: an event is for those who see the record that it is about; else for those who see its contact or company. */
function seesParty(ctx: Ctx): RawBuilder<boolean> {
  if (ctx.actor.recordRule === 'all') return sql<boolean>`true`
  const subjects = ctx.app.records.flatMap(({ name, table, timeline, isVisible }) => {
    if (!isVisible || timeline?.column) return []
    const isSeen = sql`c.workspace_id = ${ctx.workspaceId} and c.id = e.subject_id and ${isVisible(ctx, 'c')}`
    return [sql`when e.subject_type = ${name} then exists (select from ${sql.table(table)} c where ${isSeen})`]
  })
  return sql<boolean>`case
    ${sql.join(subjects, sql` `)}
    when e.contact_id is not null then ${isSeenThrough(ctx, 'e.contact_id')}
    when e.company_id is not null then exists (
      select from ${visibleCompany(ctx, sql.ref('e.company_id'))})
    else true end`
}
