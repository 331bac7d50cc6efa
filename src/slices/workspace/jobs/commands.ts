import { sql } from 'kysely'
import { defineAbsence } from '../../../kernel/errors.ts'
import { audit } from '../../../platform/audit/audit.ts'
import type { Ctx } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { deleteRows } from '../../../platform/db/row.ts'
import { addRetry } from '../../../platform/events/retry-parked.ts'

const noParkedWork = defineAbsence('jobs.no-parked-work', 'parked work')

interface ParkedEvent {
  reaction: string
  eventId: string
}

/** Has parked work tried again by the worker. One id that is unknown refuses the whole call. */
export async function retryParked(ctx: Ctx, ids: string[]): Promise<number> {
  return inTransaction(ctx, async ctx => {
    const { jobs, events } = await findParked(ctx, ids)
    await sql`select graphile_worker.reschedule_jobs(${jobs}::bigint[], run_at := now(), attempts := 0)`.execute(ctx.db)
    for (const event of events) await addRetry(ctx, event)
    await audit(ctx, { action: 'job.retried', detail: { ids } })
    return jobs.length + events.length
  })
}

export async function discardParked(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const { jobs, events } = await findParked(ctx, [id])
    await sql`select graphile_worker.complete_jobs(${jobs}::bigint[])`.execute(ctx.db)
    for (const { reaction, eventId } of events) await deleteRows(ctx, 'parkedEvents', { reaction, eventId })
    await audit(ctx, { action: 'job.discarded', detail: { id } })
  })
}

async function findParked(ctx: Ctx, ids: string[]): Promise<{ jobs: number[]; events: ParkedEvent[] }> {
  const wanted = [...new Set(ids)]
  const jobIds = wanted.flatMap(id => (id.startsWith('job.') ? [id.slice('job.'.length)] : []))
  const eventKeys = wanted.flatMap(id => (id.startsWith('event.') ? [readEventKey(id)] : []))
  const jobs = await sql<{ id: number }>`
    select j.id from graphile_worker._private_jobs j
    where j.id = any(${jobIds}::bigint[]) and j.attempts >= j.max_attempts and j.locked_at is null
      and j.payload ->> 'workspaceId' = ${ctx.workspaceId}`.execute(ctx.db)
  const [reactions, eventIds] = [eventKeys.map(key => key.reaction), eventKeys.map(key => key.eventId)]
  const events = await sql<ParkedEvent>`
    select p.reaction, p.event_id from parked_events p
    where p.workspace_id = ${ctx.workspaceId}
      and (p.reaction, p.event_id) in (select * from unnest(${reactions}::text[], ${eventIds}::uuid[]))`.execute(ctx.db)
  if (jobs.rows.length + events.rows.length < wanted.length) throw noParkedWork()
  return { jobs: jobs.rows.map(row => row.id), events: events.rows }
}

function readEventKey(id: string): ParkedEvent {
  const [, eventId, ...reaction] = id.split('.')
  return { eventId: eventId!, reaction: reaction.join('.') }
}
