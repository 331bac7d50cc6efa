import { sql, type RawBuilder } from 'kysely'
import { defineAbsence } from '../../../kernel/errors.ts'
import type { Ctx } from '../../../platform/context.ts'
import { joinMember } from '../../workspace/members/public.ts'
import { linkedJson } from '../../../platform/record/linked.ts'
import { isSeenThrough, joinRoot } from '../contacts/public.ts'
import { matches } from './match.ts'
import type { WithTimeline } from './record-timeline.ts'
import type { TimelineKinds, TimelineQuery } from './schema.ts'

const noRecord = defineAbsence('timeline.no-record', 'record')

/** Newest events that the filter menu looks at. */
const looksAt = 5000

const columns = sql.raw(
  'e.workspace_id, e.id, e.kind, e.contact_id, e.channel, e.occurred_at, e.recorded_at, e.actor_kind, e.actor_id, e.subject_type, e.subject_id, e.linked_id, e.data',
)
const orNull = (value: RawBuilder<unknown>) => sql`coalesce(to_json(${value})::text, 'null')`

/** One event as JSON text. Put together by hand: json_build_object takes twice as long over 200 events. */
const item = (
  contact: RawBuilder<unknown>,
  linked: RawBuilder<unknown>,
) => sql`'{"id":"' || e.id || '","kind":' || to_json(e.kind) || ',"channel":' || ${orNull(sql`e.channel`)}
  || ',"occurredAt":' || to_json(e.occurred_at) || ',"recordedAt":' || to_json(e.recorded_at)
  || ',"actor":{"kind":' || to_json(e.actor_kind) || ',"id":' || ${orNull(sql`e.actor_id`)} || ',"name":' || ${orNull(sql`m.name`)}
  || '},"subjectType":' || ${orNull(sql`e.subject_type`)} || ',"subjectId":' || ${orNull(sql`e.subject_id`)}
  || ',"contactId":' || ${orNull(sql`e.contact_id`)} || ',"contact":' || ${orNull(contact)} || ',"linked":' || ${orNull(linked)} || ',"data":' || e.data || '}'`

/** A page of events as JSON text, written by the database in the statement that also checks who may see it. */
export async function getTimelineJson(ctx: Ctx, kind: WithTimeline, id: string, query: TimelineQuery): Promise<string> {
  const { limit } = query
  // Only what stands on a page of several contacts says with which it happened.
  const isOfSeveral = kind.timeline.column === 'company_id'
  const contact = isOfSeveral
    ? sql`case when w.id is not null then json_build_object('id', w.id, 'name', w.name) end`
    : sql`null::json`
  const linked = sql`case when e.linked_id is distinct from s.id then ${linkedJson(ctx, 'e.linked_id')} end`
  const { rows } = await sql<{ items: string | null; nextCursor: string | null }>`
    select page.items, page.next_cursor
    from ${subject(ctx, kind, id)}, lateral (
      select string_agg(${item(contact, linked)}, ',' order by e.n) filter (where e.n <= ${limit}) as items,
        max(case when e.n = ${limit} and e.total > ${limit} then
          to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z_"') || e.id end) as next_cursor
      from (select ${columns}, row_number() over () as n, count(*) over () as total
        from (${newest(ctx, kind, limit + 1, conditions(query))}) e) e
        ${joinMember('e.actor_id')} ${isOfSeveral ? joinRoot('e.contact_id', 'w') : sql``}
    ) page`.execute(ctx.db)
  const row = noRecord.unless(rows[0])
  return `{"items":[${row.items ?? ''}],"nextCursor":${JSON.stringify(row.nextCursor)}}`
}

export async function getTimelineKinds(ctx: Ctx, kind: WithTimeline, id: string): Promise<TimelineKinds> {
  const { rows } = await sql<TimelineKinds>`
    select found.kinds, found.channels from ${subject(ctx, kind, id)}, lateral (
      select coalesce(array_agg(distinct e.kind), '{}') as kinds,
        coalesce(array_agg(distinct e.channel) filter (where e.channel is not null), '{}') as channels
      from (${newest(ctx, kind, looksAt, [])}) e
    ) found`.execute(ctx.db)
  return noRecord.unless(rows[0])
}

/** `s`: the record, or the one that it was merged into, if the actor may see it. */
function subject(ctx: Ctx, { table, merged, isVisible }: WithTimeline, id: string): RawBuilder<unknown> {
  const from = merged?.askedAndRoot ?? sql`${sql.table(table)} c`
  const asked = sql.id(merged ? 'asked' : 'c')
  return sql`(select c.* from ${from}
    where ${asked}.workspace_id = ${ctx.workspaceId} and ${asked}.id = ${id} and ${isVisible!(ctx, 'c')}) s`
}

/** The newest events of `s`. After merges each id gives its own newest ones, so that every scan follows the index. */
function newest(ctx: Ctx, kind: WithTimeline, count: number, where: RawBuilder<boolean>[]): RawBuilder<unknown> {
  const { timeline, merged } = kind
  const named = sql.ref(`e.${timeline.column ?? 'subject_id'}`)
  const isSeen = sql`(e.contact_id is null or ${isSeenThrough(ctx, 'e.contact_id')})`
  const order = sql`order by e.occurred_at desc, e.id desc limit ${count}`
  const eventsOf = (owner: RawBuilder<unknown>) => sql`
    select ${columns} from events e where e.workspace_id = ${ctx.workspaceId} and ${sql.join([owner, ...where], sql` and `)} ${order}`
  // Events with contacts whom the actor may not see are not the actor's to see on other timelines either.
  if (!merged) {
    const ofSubject = eventsOf(sql`${named} = s.id and ${isSeen}`)
    if (!kind.linked) return ofSubject
    return sql`select * from ((${ofSubject}) union all (${eventsOf(sql`e.linked_id = s.id and ${isSeen}`)})) e ${order}`
  }
  return sql`
    select ${columns} from unnest(${merged.idsOfRoot('s')}) written (record_id),
      lateral (${eventsOf(sql`${named} = written.record_id`)}) e ${order}`
}

function conditions(query: TimelineQuery): RawBuilder<boolean>[] {
  const { q, cursor } = query
  const [before, beforeId] = cursor?.split('_') ?? []
  const { 'filter[kind]': kinds, 'filter[channel]': channels, 'filter[from]': from, 'filter[to]': to } = query
  return [
    ...(cursor ? [sql<boolean>`(e.occurred_at, e.id) < (${before}::timestamptz, ${beforeId}::uuid)`] : []),
    ...(from ? [sql<boolean>`e.occurred_at >= ${from}::timestamptz`] : []),
    ...(to ? [sql<boolean>`e.occurred_at < ${to}::timestamptz`] : []),
    ...(kinds ? [sql<boolean>`e.kind = any(${kinds}::text[])`] : []),
    ...(channels ? [sql<boolean>`e.channel = any(${channels}::text[])`] : []),
    ...(q ? [matches(q)] : []),
  ]
}
