import { sql, type RawBuilder } from 'kysely'
import { notFound } from '../../../kernel/errors.ts'
import type { Ctx } from '../../../platform/context.ts'
import { isVisible } from '../../../platform/list/visible.ts'
import { joinMember } from '../../workspace/members/public.ts'
import { askedAndRoot, idsOfRoot, isSeenThrough } from '../contacts/public.ts'
import { matches } from './match.ts'
import type { TimelineKinds, TimelineQuery } from './schema.ts'

/** Whose timeline: that of a contact and all that were merged into it, or that of a company. */
export type TimelineOf = 'contact' | 'company'

/** Newest events that the filter menu looks at. */
const looksAt = 5000

const columns = sql.raw(
  'e.workspace_id, e.id, e.kind, e.contact_id, e.channel, e.occurred_at, e.recorded_at, e.actor_kind, e.actor_id, e.subject_type, e.subject_id, e.data',
)
const orNull = (value: RawBuilder<unknown>) => sql`coalesce(to_json(${value})::text, 'null')`

/** One event as JSON text. Put together by hand: json_build_object takes twice as long over 200 events. */
const item = sql`'{"id":"' || e.id || '","kind":' || to_json(e.kind) || ',"channel":' || ${orNull(sql`e.channel`)}
  || ',"occurredAt":' || to_json(e.occurred_at) || ',"recordedAt":' || to_json(e.recorded_at)
  || ',"actor":{"kind":' || to_json(e.actor_kind) || ',"id":' || ${orNull(sql`e.actor_id`)} || ',"name":' || ${orNull(sql`m.name`)}
  || '},"subjectType":' || ${orNull(sql`e.subject_type`)} || ',"subjectId":' || ${orNull(sql`e.subject_id`)}
  || ',"contactId":' || ${orNull(sql`e.contact_id`)} || ',"data":' || e.data || '}'`

/** A page of events as JSON text, written by the database in the statement that also checks who may see it. */
export async function getTimelineJson(ctx: Ctx, of: TimelineOf, id: string, query: TimelineQuery): Promise<string> {
  const { limit } = query
  const { rows } = await sql<{ items: string | null; nextCursor: string | null }>`
    select page.items, page.next_cursor
    from ${subject(ctx, of, id)}, lateral (
      select string_agg(${item}, ',' order by e.n) filter (where e.n <= ${limit}) as items,
        max(case when e.n = ${limit} and e.total > ${limit} then
          to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z_"') || e.id end) as next_cursor
      from (select ${columns}, row_number() over () as n, count(*) over () as total
        from (${newest(ctx, of, limit + 1, conditions(query))}) e) e
        ${joinMember('e.actor_id')}
    ) page`.execute(ctx.db)
  const row = rows[0]
  if (!row) throw notFound(of)
  return `{"items":[${row.items ?? ''}],"nextCursor":${JSON.stringify(row.nextCursor)}}`
}

export async function getTimelineKinds(ctx: Ctx, of: TimelineOf, id: string): Promise<TimelineKinds> {
  const { rows } = await sql<TimelineKinds>`
    select found.kinds, found.channels from ${subject(ctx, of, id)}, lateral (
      select coalesce(array_agg(distinct e.kind), '{}') as kinds,
        coalesce(array_agg(distinct e.channel) filter (where e.channel is not null), '{}') as channels
      from (${newest(ctx, of, looksAt, [])}) e
    ) found`.execute(ctx.db)
  const row = rows[0]
  if (!row) throw notFound(of)
  return row
}

/** `s`: the surviving contact, or the company, if the actor may see it. */
function subject(ctx: Ctx, of: TimelineOf, id: string): RawBuilder<unknown> {
  return of === 'contact'
    ? sql`(select c.workspace_id, c.id, c.has_merged from ${askedAndRoot}
        where asked.workspace_id = ${ctx.workspaceId} and asked.id = ${id} and ${isVisible(ctx, 'c')}) s`
    : sql`(select co.id from companies co where co.workspace_id = ${ctx.workspaceId} and co.id = ${id} and ${isVisible(ctx, 'co')}) s`
}

/** The newest events of `s`. After merges each id gives its own newest ones, so that every scan follows the index. */
function newest(ctx: Ctx, of: TimelineOf, count: number, where: RawBuilder<boolean>[]): RawBuilder<unknown> {
  const order = sql`order by e.occurred_at desc, e.id desc limit ${count}`
  const own = (owner: RawBuilder<unknown>) => sql`
    select ${columns} from events e where e.workspace_id = ${ctx.workspaceId} and ${sql.join([owner, ...where], sql` and `)} ${order}`
  // A company's events with contacts whom the actor may not see are not the actor's to see either.
  if (of === 'company')
    return own(sql`e.company_id = s.id and (e.contact_id is null or ${isSeenThrough(ctx, 'e.contact_id')})`)
  return sql`
    select ${columns} from unnest(${idsOfRoot('s')}) written (contact_id),
      lateral (${own(sql`e.contact_id = written.contact_id`)}) e ${order}`
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
