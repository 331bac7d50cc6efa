import { sql } from 'kysely'
import { clip } from '../../kernel/text.ts'
import { attempt } from '../db/attempt.ts'
import { inTransaction, type Tenant } from '../db/database.ts'
import { deleteRows, findRow, findRows, insertAll, updateRows } from '../db/row.ts'
import { defineWorkspaceJob, type Job } from '../jobs/jobs.ts'
import { isPassing } from '../passing.ts'
import { notifyLive } from './live.ts'
import type { Reacting, Reaction, RecordedEvent } from './reaction.ts'
import { deliveryJobName } from './record.ts'

const batchesAtOnce = 500
const isLasting = (error: unknown) => !isPassing(error)
const about = [
  'contactId',
  'companyId',
  'channel',
  'subjectType',
  'subjectId',
  'linkedId',
  'actorKind',
  'actorId',
] as const
const columns = ['id', 'kind', ...about, 'occurredAt', 'recordedAt', 'data'] as const

/**
 * Hands what waits to every reaction, in the order in which it was recorded, and tells live screens. The effects and
 * the end of waiting commit together, so each event counts once. One delivery of a workspace runs at a time: a job that
 * finds another at work leaves its events to that one, which looks again after it has finished.
 */
export function deliveryJob(reactions: Reaction[]): Job {
  return defineWorkspaceJob({
    name: deliveryJobName,
    async run(ctx) {
      while (await isWaiting(ctx)) if (!(await deliverSome(ctx, reactions))) return
    },
  })
}

/** Delivers the oldest batches; false when another process is at it. */
function deliverSome(ctx: Reacting, reactions: Reaction[]): Promise<boolean> {
  return inTransaction(ctx, async ctx => {
    if (!(await takeTurn(ctx))) return false
    const oldest = sql`order by id limit ${batchesAtOnce}`
    const batches = await findRows(ctx, 'eventBatches', ['id', 'eventIds'], {}, oldest)
    const eventIds = batches.flatMap(batch => batch.eventIds)
    const events = await readEvents(ctx, eventIds)
    await deleteRows(ctx, 'eventBatches', { id: batches.map(batch => batch.id) })
    for (const reaction of reactions) await react(ctx, reaction, events)
    await notifyLive(ctx, events)
    return true
  })
}

/** Tries a parked event again; throws what the reaction throws, and the event stays parked. */
export async function retryParked(ctx: Reacting, reaction: Reaction, eventId: string): Promise<void> {
  await inTransaction(ctx, async ctx => {
    for (const event of await readEvents(ctx, [eventId])) await reactToParked(ctx, reaction, event)
  })
}

async function isWaiting(tenant: Tenant): Promise<boolean> {
  return (await findRow(tenant, 'eventBatches', ['id'], {}, sql`limit 1`)) !== undefined
}

async function takeTurn(tenant: Tenant): Promise<boolean> {
  const { db, workspaceId } = tenant
  const lock = () => findRow(tenant, 'eventDeliveries', ['workspaceId'], {}, sql`for update skip locked`)
  if (await lock()) return true
  await sql`insert into event_deliveries (workspace_id) values (${workspaceId}) on conflict do nothing`.execute(db)
  return (await lock()) !== undefined
}

async function react(ctx: Reacting, reaction: Reaction, events: RecordedEvent[]): Promise<void> {
  const { kinds } = reaction
  const wanted = kinds === 'all' ? events : events.filter(event => kinds.some(({ kind }) => kind === event.kind))
  if (wanted.length === 0) return
  const error = await attempt(ctx, () => reaction.react(ctx, wanted), isLasting)
  if (error !== null) await reactOneByOne(ctx, reaction, wanted)
}

/** So that one bad event does not hold up the others: it stays parked with its error until somebody retries it. */
async function reactOneByOne(ctx: Reacting, reaction: Reaction, events: RecordedEvent[]): Promise<void> {
  const parked = events.map(event => ({ reaction: reaction.name, eventId: event.id }))
  await insertAll(
    ctx,
    'parkedEvents',
    parked.map(row => ({ ...row, error: '' })),
  )
  for (const [at, event] of events.entries()) {
    const error = await attempt(ctx, () => reactToParked(ctx, reaction, event), isLasting)
    if (error === null) continue
    ctx.app.log.error({ ...parked[at], kind: event.kind, err: error }, 'an event was parked')
    await updateRows(ctx, 'parkedEvents', parked[at]!, { error: clip(String(error), 2000) })
  }
}

async function reactToParked(ctx: Reacting, reaction: Reaction, event: RecordedEvent): Promise<void> {
  const isParked = await deleteRows(ctx, 'parkedEvents', { reaction: reaction.name, eventId: event.id })
  if (isParked === 1) await reaction.react(ctx, [event])
}

async function readEvents(tenant: Tenant, eventIds: string[]): Promise<RecordedEvent[]> {
  return (await findRows(tenant, 'events', columns, { id: eventIds }, sql`order by id`)) as RecordedEvent[]
}
