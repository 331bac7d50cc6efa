import { sql } from 'kysely'
import { z } from 'zod'
import { id, type WorkspaceId } from '../../kernel/ids.ts'
import type { App } from '../context.ts'
import { inTransaction, type Db, type Tenant } from '../db/database.ts'
import { defineJob, type Job } from '../jobs/jobs.ts'
import { isPassing } from '../passing.ts'
import { notifyLive } from './live.ts'
import type { Reacting, Reaction, RecordedEvent } from './reaction.ts'
import { deliveryJobName } from './record.ts'

const batchesAtOnce = 500
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
  return defineJob({
    name: deliveryJobName,
    payload: z.object({ workspaceId: id }),
    async run(app, payload) {
      const workspaceId = payload.workspaceId as WorkspaceId
      while (await isWaiting({ db: app.db, workspaceId })) {
        if (!(await deliverSome(app, reactions, workspaceId))) return
      }
    },
  })
}

/** Delivers the oldest batches; false when another process is at it. */
async function deliverSome(app: App, reactions: Reaction[], workspaceId: WorkspaceId): Promise<boolean> {
  return inTransaction(app, async ({ db }) => {
    if (!(await takeTurn({ db, workspaceId }))) return false
    const batches = await db
      .selectFrom('eventBatches')
      .select(['id', 'eventIds'])
      .where('workspaceId', '=', workspaceId)
      .orderBy('id')
      .limit(batchesAtOnce)
      .execute()
    const events = await readEvents(
      { db, workspaceId },
      batches.flatMap(batch => batch.eventIds),
    )
    await db
      .deleteFrom('eventBatches')
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', sql<string>`any(${batches.map(batch => batch.id)}::uuid[])`)
      .execute()
    for (const reaction of reactions) await react({ app, db, workspaceId }, reaction, events)
    await notifyLive({ db, workspaceId }, events)
    return true
  })
}

/** Tries a parked event again; throws what the reaction throws, and the event stays parked. */
export async function retryParked(
  app: App,
  reaction: Reaction,
  workspaceId: WorkspaceId,
  eventId: string,
): Promise<void> {
  await inTransaction(app, async ({ db }) => {
    for (const event of await readEvents({ db, workspaceId }, [eventId]))
      await reactToParked({ app, db, workspaceId }, reaction, event)
  })
}

async function isWaiting({ db, workspaceId }: Tenant): Promise<boolean> {
  const batches = db.selectFrom('eventBatches').select('id').where('workspaceId', '=', workspaceId)
  return (await batches.limit(1).executeTakeFirst()) !== undefined
}

async function takeTurn({ db, workspaceId }: Tenant): Promise<boolean> {
  const turn = db.selectFrom('eventDeliveries').select('workspaceId').where('workspaceId', '=', workspaceId)
  const lock = () => turn.forUpdate().skipLocked().executeTakeFirst()
  if (await lock()) return true
  await db
    .insertInto('eventDeliveries')
    .values({ workspaceId })
    .onConflict(conflict => conflict.column('workspaceId').doNothing())
    .execute()
  return (await lock()) !== undefined
}

async function react(ctx: Reacting, reaction: Reaction, events: RecordedEvent[]): Promise<void> {
  const { kinds } = reaction
  const wanted = kinds === 'all' ? events : events.filter(event => kinds.some(({ kind }) => kind === event.kind))
  if (wanted.length === 0) return
  const error = await attempt(ctx.db, () => reaction.react(ctx, wanted))
  if (error !== null) await reactOneByOne(ctx, reaction, wanted)
}

/** So that one bad event does not hold up the others: it stays parked with its error until somebody retries it. */
async function reactOneByOne(ctx: Reacting, reaction: Reaction, events: RecordedEvent[]): Promise<void> {
  const { app, db, workspaceId } = ctx
  await db
    .insertInto('parkedEvents')
    .values(events.map(event => ({ workspaceId, reaction: reaction.name, eventId: event.id, error: '' })))
    .execute()
  for (const event of events) {
    const error = await attempt(db, () => reactToParked(ctx, reaction, event))
    if (error === null) continue
    app.log.error({ reaction: reaction.name, eventId: event.id, kind: event.kind, err: error }, 'an event was parked')
    await db
      .updateTable('parkedEvents')
      .set({ error: String(error).slice(0, 2000) })
      .where(row => row.and({ workspaceId, reaction: reaction.name, eventId: event.id }))
      .execute()
  }
}

async function reactToParked(ctx: Reacting, reaction: Reaction, event: RecordedEvent): Promise<void> {
  const { db, workspaceId } = ctx
  const { numDeletedRows } = await db
    .deleteFrom('parkedEvents')
    .where(row => row.and({ workspaceId, reaction: reaction.name, eventId: event.id }))
    .executeTakeFirst()
  if (numDeletedRows === 1n) await reaction.react(ctx, [event])
}

/** Null when `work` succeeded; else its error, with everything that it wrote undone. */
async function attempt(db: Db, work: () => Promise<void>): Promise<unknown> {
  await sql`savepoint reaction`.execute(db)
  try {
    await work()
    await sql`release savepoint reaction`.execute(db)
    return null
  } catch (error) {
    if (isPassing(error)) throw error
    await sql`rollback to savepoint reaction`.execute(db)
    return error
  }
}

async function readEvents({ db, workspaceId }: Tenant, eventIds: string[]): Promise<RecordedEvent[]> {
  const rows = await db
    .selectFrom('events')
    .select(columns)
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', sql<string>`any(${eventIds}::uuid[])`)
    .orderBy('id')
    .execute()
  return rows as RecordedEvent[]
}
