import { sql } from 'kysely'
import type { NewEvent } from '../../kernel/event.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tenant } from '../db/database.ts'
import { insertOf, type NewRow } from '../db/row.ts'
import { keyed } from '../jobs/add-job.ts'

export interface Recorder extends Tenant {
  actor: { kind: string; memberId: string | null }
  now(): Date
}

export const deliveryJobName = 'events.deliver'

/**
 * Writes `events` to the log in the caller's transaction, queues them for delivery and adds a job for it. Returns the ids
 * of the events that were new. `isSilent` writes the log only: the caller keeps facts itself (imports). Who writes many
 * times a second names a `deliveryKey`: while a delivery of it waits, no second one is added. Events need source keys then.
 */
export async function record(
  by: Recorder,
  events: NewEvent[],
  isSilent = false,
  deliveryKey: string | null = null,
): Promise<string[]> {
  const recorded: string[] = []
  const now = by.now()
  for (let at = 0; at < events.length; at += 1000) {
    const rows = events.slice(at, at + 1000).map(event => rowOf(by, event, now))
    recorded.push(...(await insertNew(by, rows, isSilent, deliveryKey)))
  }
  return recorded
}

/** What an event may leave out, so that the text of the statement is always the same. */
const nothing = {
  contactId: null,
  companyId: null,
  channel: null,
  subjectType: null,
  subjectId: null,
  linkedId: null,
  importId: null,
  sourceKey: null,
}

function rowOf({ actor }: Recorder, event: NewEvent, now: Date): NewRow<'events'> {
  const written = { id: newId(now.getTime()), actorKind: actor.kind, actorId: actor.memberId, recordedAt: now }
  return { ...nothing, ...event, ...written, occurredAt: event.occurredAt ?? now }
}

/** Inserts the rows whose source key is not known yet, and queues them: one statement of a fixed text. */
async function insertNew(
  { db, workspaceId }: Tenant,
  rows: NewRow<'events'>[],
  isSilent: boolean,
  deliveryKey: string | null,
): Promise<string[]> {
  const onlyNew = sql`on conflict (workspace_id, source_key) where source_key is not null do nothing returning id`
  const job = JSON.stringify({ workspaceId })
  const flags = deliveryKey === null ? null : [keyed]
  const { rows: inserted } = await sql<{ ids: string[] }>`
    with recorded as (${insertOf(workspaceId, 'events', rows, onlyNew)}),
    queued as (
      insert into event_batches (workspace_id, id, event_ids)
      select ${workspaceId}::uuid, ${newId()}::uuid, array_agg(recorded.id)
      from recorded having count(*) > 0 and not ${isSilent}::boolean)
    select coalesce(array_agg(recorded.id), '{}') as ids, case when count(*) > 0 and not ${isSilent}::boolean
      then (graphile_worker.add_job(${deliveryJobName}, ${job}::json, job_key => ${deliveryKey}::text,
        flags => ${flags}::text[])).id end as job
    from recorded`.execute(db)
  return inserted[0]!.ids
}
