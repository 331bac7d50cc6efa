import { sql } from 'kysely'
import { z } from 'zod'
import { id, type WorkspaceId } from '../../kernel/ids.ts'
import type { App } from '../context.ts'
import { inTransaction, type Db } from '../db/database.ts'
import { defineJob, type Job } from '../jobs/jobs.ts'
import { notifyLive } from './live.ts'
import type { Reaction, RecordedEvent } from './reaction.ts'

const batch = z.object({ workspaceId: id, batchId: id, eventIds: z.array(id) })

/** Hands each recorded batch to every reaction once, and tells live screens. */
export function deliveryJob(reactions: Reaction[]): Job {
  return defineJob({
    name: 'events.deliver',
    payload: batch,
    async run(app, { workspaceId, batchId, eventIds }) {
      const workspace = workspaceId as WorkspaceId
      const events = await readEvents(app.db, workspace, eventIds)
      for (const reaction of reactions) await react(app, reaction, workspace, batchId, events)
      await notifyLive(app.db, workspace, events)
    },
  })
}

/** Tries a parked event again; throws what the reaction throws. */
export async function retryParked(
  app: App,
  reaction: Reaction,
  workspaceId: WorkspaceId,
  eventId: string,
): Promise<void> {
  const events = await readEvents(app.db, workspaceId, [eventId])
  await inTransaction(app.db, async tx => {
    const { numDeletedRows } = await tx
      .deleteFrom('parkedEvents')
      .where('workspaceId', '=', workspaceId)
      .where('reaction', '=', reaction.name)
      .where('eventId', '=', eventId)
      .executeTakeFirst()
    if (numDeletedRows === 1n) await reaction.handle(app, tx, workspaceId, events)
  })
}

async function react(
  app: App,
  reaction: Reaction,
  workspaceId: WorkspaceId,
  batchId: string,
  events: RecordedEvent[],
): Promise<void> {
  const wanted = reaction.kinds === 'all' ? events : events.filter(event => reaction.kinds.includes(event.kind))
  if (wanted.length === 0) return
  try {
    await inTransaction(app.db, async tx => {
      if (await isFirstDelivery(tx, workspaceId, batchId, reaction.name))
        await reaction.handle(app, tx, workspaceId, wanted)
    })
  } catch (error) {
    if (isPassing(error)) throw error
    app.log.warn(
      { reaction: reaction.name, batchId, error: String(error) },
      'a reaction failed on a batch; trying each event alone',
    )
    await reactOneByOne(app, reaction, workspaceId, batchId, wanted)
  }
}

/** So that one bad event does not hold up the others: the bad one is parked with its error. */
async function reactOneByOne(
  app: App,
  reaction: Reaction,
  workspaceId: WorkspaceId,
  batchId: string,
  events: RecordedEvent[],
): Promise<void> {
  await inTransaction(app.db, async tx => {
    if (!(await isFirstDelivery(tx, workspaceId, batchId, reaction.name))) return
    for (const event of events) {
      await sql`savepoint one_event`.execute(tx)
      try {
        await reaction.handle(app, tx, workspaceId, [event])
      } catch (error) {
        if (isPassing(error)) throw error
        await sql`rollback to savepoint one_event`.execute(tx)
        await tx
          .insertInto('parkedEvents')
          .values({ workspaceId, reaction: reaction.name, eventId: event.id, error: String(error).slice(0, 2000) })
          .onConflict(conflict => conflict.columns(['workspaceId', 'reaction', 'eventId']).doNothing())
          .execute()
      }
      await sql`release savepoint one_event`.execute(tx)
    }
  })
}

async function isFirstDelivery(tx: Db, workspaceId: WorkspaceId, batchId: string, reaction: string): Promise<boolean> {
  const row = await tx
    .insertInto('reactionReceipts')
    .values({ workspaceId, batchId, reaction })
    .onConflict(conflict => conflict.columns(['workspaceId', 'batchId', 'reaction']).doNothing())
    .returning('reaction')
    .executeTakeFirst()
  return row !== undefined
}

/** Failures of the connection, deadlocks and shut-downs pass; the job is tried again as a whole. */
function isPassing(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? ''
  return (
    /^(08|40|53|55|57)/.test(code) ||
    /ECONN|EPIPE|ENOENT|terminated|timeout/i.test(`${code} ${(error as Error).message}`)
  )
}

async function readEvents(db: Db, workspaceId: WorkspaceId, eventIds: string[]): Promise<RecordedEvent[]> {
  const rows = await db
    .selectFrom('events')
    .select([
      'id',
      'kind',
      'contactId',
      'companyId',
      'channel',
      'subjectType',
      'subjectId',
      'actorKind',
      'actorId',
      'occurredAt',
      'recordedAt',
      'data',
    ])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', sql<string>`any(${eventIds}::uuid[])`)
    .orderBy('id')
    .execute()
  return rows as RecordedEvent[]
}
