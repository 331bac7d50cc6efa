import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import type { JobCounts, ParkedQuery, ParkedWork } from './schema.ts'
import { countWaiting } from '../../../platform/events/undelivered.ts'

const countedUpTo = 10_001

export async function countJobs(ctx: Ctx): Promise<JobCounts> {
  const { rows } = await sql<JobCounts>`
    select
      count(*) filter (where not own.is_parked and own.locked_at is null and own.run_at <= now())::int as waiting,
      count(*) filter (where own.locked_at is not null)::int as running,
      count(*) filter (where not own.is_parked and own.locked_at is null and own.run_at > now())::int as scheduled,
      ${countWaiting(ctx.workspaceId)} as undelivered,
      count(*) filter (where own.is_parked and own.locked_at is null)::int
        + (select count(*)::int from parked_events p where p.workspace_id = ${ctx.workspaceId}) as parked
    from (
      select j.locked_at, j.run_at, j.attempts >= j.max_attempts as is_parked from graphile_worker._private_jobs j
      where j.payload ->> 'workspaceId' = ${ctx.workspaceId} limit ${countedUpTo}) own`.execute(ctx.db)
  return rows[0]!
}

export async function listParked(
  ctx: Ctx,
  { limit, cursor }: ParkedQuery,
): Promise<{ items: ParkedWork[]; nextCursor: string | null }> {
  const [failedAt = null, ...rest] = cursor?.split('_') ?? []
  const isBeyond =
    failedAt === null ? sql`true` : sql`(p.failed_at, p.id) < (${failedAt}::timestamptz, ${rest.join('_')})`
  const { rows } = await sql<ParkedWork & { cursor: string }>`
    select p.*, to_char(p.failed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z_"') || p.id as cursor from (
      select 'job.' || j.id as id, 'job' as kind, t.identifier as name, left(coalesce(j.last_error, ''), 2000) as error, j.attempts::int as attempts,
        j.updated_at as failed_at, null::uuid as event_id, null::text as event_kind, null::uuid as contact_id
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where j.attempts >= j.max_attempts and j.locked_at is null and j.payload ->> 'workspaceId' = ${ctx.workspaceId}
      union all
      select 'event.' || w.event_id || '.' || w.reaction, 'event', w.reaction, w.error, w.attempts, w.last_failed_at, e.id, e.kind, e.contact_id
      from parked_events w join events e on e.workspace_id = w.workspace_id and e.id = w.event_id
      where w.workspace_id = ${ctx.workspaceId}) p
    where ${isBeyond} order by p.failed_at desc, p.id desc limit ${limit + 1}`.execute(ctx.db)
  const items = rows.slice(0, limit)
  return {
    items: items.map(({ cursor: _, ...item }) => item),
    nextCursor: rows.length > limit ? items.at(-1)!.cursor : null,
  }
}
