import { sql } from 'kysely'
import type { NewEvent } from '../../kernel/event.ts'
import { newId, type WorkspaceId } from '../../kernel/ids.ts'
import type { Db } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { keyed } from '../jobs/add-job.ts'

export interface Recorder {
  workspaceId: WorkspaceId
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
  tx: Db,
  by: Recorder,
  events: NewEvent[],
  isSilent = false,
  deliveryKey: string | null = null,
): Promise<string[]> {
  const recorded: string[] = []
  for (let at = 0; at < events.length; at += 1000) {
    const batch = events.slice(at, at + 1000)
    const rows = toRows(by, batch)
    if (rows.some(row => row.sourceKey !== null)) {
      recorded.push(...(await insertNew(tx, by.workspaceId, rows, batch, isSilent, deliveryKey)))
    } else {
      const ids = rows.map(row => row.id)
      if (isSilent) await insertSilently(tx, by.workspaceId, rows, batch)
      else
        await queue(
          tx.with('recorded', () => tx.insertInto('events').values(rows)),
          by.workspaceId,
          ids,
        )
      recorded.push(...ids)
    }
  }
  return recorded
}

/** The batch and the job in one statement, after whatever `db` already does in it. */
async function queue(db: Pick<Db, 'with'>, workspaceId: WorkspaceId, eventIds: string[]): Promise<void> {
  const job = JSON.stringify({ workspaceId })
  await db
    .with('queued', creator => creator.insertInto('eventBatches').values({ workspaceId, id: newId(), eventIds }))
    .selectNoFrom(sql`graphile_worker.add_job(${deliveryJobName}, ${job}::json)`.as('job'))
    .execute()
}

function toRows(by: Recorder, events: NewEvent[]) {
  const now = by.now()
  return events.map(event => ({
    workspaceId: by.workspaceId as string,
    id: newId(now.getTime()),
    kind: event.kind as string,
    contactId: event.contactId ?? null,
    companyId: event.companyId ?? null,
    channel: event.channel ?? null,
    subjectType: event.subjectType ?? null,
    subjectId: event.subjectId ?? null,
    actorKind: by.actor.kind,
    actorId: by.actor.memberId,
    occurredAt: event.occurredAt ?? now,
    recordedAt: now,
    importId: event.importId ?? null,
    sourceKey: event.sourceKey ?? null,
    data: JSON.stringify(event.data),
  }))
}

const columns = {
  id: 'uuid',
  kind: 'text',
  contactId: 'uuid',
  companyId: 'uuid',
  channel: 'text',
  subjectType: 'text',
  subjectId: 'uuid',
  actorKind: 'text',
  actorId: 'uuid',
  occurredAt: 'timestamptz',
  recordedAt: 'timestamptz',
  importId: 'uuid',
  data: 'jsonb',
} as const

/** Many rows by one statement of a fixed text. */
async function insertSilently(
  tx: Db,
  workspaceId: WorkspaceId,
  rows: ReturnType<typeof toRows>,
  events: NewEvent[],
): Promise<void> {
  await insertRows(
    tx,
    workspaceId,
    'events',
    columns,
    rows.map((row, at) => ({ ...row, data: events[at]!.data })),
  )
}

/** Inserts the rows whose source key is not known yet, and queues them: one statement of a fixed text. */
async function insertNew(
  tx: Db,
  workspaceId: WorkspaceId,
  rows: ReturnType<typeof toRows>,
  events: NewEvent[],
  isSilent: boolean,
  deliveryKey: string | null,
): Promise<string[]> {
  const given = JSON.stringify(rows.map((row, at) => ({ ...row, workspaceId: undefined, data: events[at]!.data })))
  const names = sql.raw(
    'id, kind, contact_id, company_id, channel, subject_type, subject_id, actor_kind, actor_id, occurred_at, recorded_at, import_id, source_key, data',
  )
  const { rows: inserted } = await sql<{ ids: string[] }>`
    with recorded as (
      insert into events (workspace_id, ${names})
      select ${workspaceId}::uuid, id, kind, "contactId", "companyId", channel, "subjectType", "subjectId", "actorKind", "actorId", "occurredAt", "recordedAt",
        "importId", "sourceKey", data
      from json_to_recordset(${given}::json) as given (id uuid, kind text, "contactId" uuid, "companyId" uuid, channel text, "subjectType" text, "subjectId" uuid,
        "actorKind" text, "actorId" uuid, "occurredAt" timestamptz, "recordedAt" timestamptz, "importId" uuid, "sourceKey" text, data jsonb)
      on conflict (workspace_id, source_key) where source_key is not null do nothing returning id),
    queued as (
      insert into event_batches (workspace_id, id, event_ids)
      select ${workspaceId}::uuid, ${newId()}::uuid, array_agg(recorded.id) from recorded having count(*) > 0 and not ${isSilent}::boolean)
    select coalesce(array_agg(recorded.id), '{}') as ids,
      case when count(*) > 0 and not ${isSilent}::boolean
        then (graphile_worker.add_job(${deliveryJobName}, ${JSON.stringify({ workspaceId })}::json, job_key => ${deliveryKey}::text, flags => ${[keyed]}::text[])).id end as job
    from recorded`.execute(tx)
  return inserted[0]!.ids
}
