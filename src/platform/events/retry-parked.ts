import { z } from 'zod'
import { id, type WorkspaceId } from '../../kernel/ids.ts'
import type { App } from '../context.ts'
import type { Db } from '../db/database.ts'
import { addJob } from '../jobs/add-job.ts'
import { defineJob, type Job } from '../jobs/jobs.ts'
import { isPassing } from '../passing.ts'
import { retryParked } from './deliver.ts'
import { tellLive } from './live.ts'
import type { Reaction } from './reaction.ts'

const name = 'events.retry-parked'

export interface Retry {
  workspaceId: WorkspaceId
  reaction: string
  eventId: string
}

/** Has a parked event tried again once the caller's transaction commits. */
export function addRetry(tx: Db, retry: Retry): Promise<void> {
  return addJob(tx, name, retry, { key: `${name}:${retry.reaction}:${retry.eventId}` })
}

/** An event that fails again stays parked, with the new error and one attempt more. */
export function retryParkedJob(reactions: Reaction[]): Job {
  return defineJob({
    name,
    payload: z.object({ workspaceId: id, reaction: z.string(), eventId: id }),
    async run(app, payload) {
      const retry = { ...payload, workspaceId: payload.workspaceId as WorkspaceId }
      try {
        await tryAgain(app, reactions, retry)
      } catch (error) {
        if (isPassing(error)) throw error
        await noteFailure(app, retry, error)
      }
      await tellLive(app.db, { workspaceId: retry.workspaceId, kinds: ['job.retried'], ids: [retry.eventId] })
    },
  })
}

async function tryAgain(app: App, reactions: Reaction[], { workspaceId, reaction, eventId }: Retry): Promise<void> {
  const found = reactions.find(known => known.name === reaction)
  if (!found) throw new Error(`There is no reaction ${reaction} any more. Discard this event.`)
  await retryParked(app, found, workspaceId, eventId)
}

async function noteFailure(app: App, { workspaceId, reaction, eventId }: Retry, error: unknown): Promise<void> {
  await app.db
    .updateTable('parkedEvents')
    .set({ error: String(error).slice(0, 2000), lastFailedAt: app.clock.now() })
    .set(({ eb }) => ({ attempts: eb('attempts', '+', 1) }))
    .where(row => row.and({ workspaceId, reaction, eventId }))
    .execute()
}
