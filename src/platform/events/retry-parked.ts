import { sql } from 'kysely'
import { z } from 'zod'
import { id } from '../../kernel/ids.ts'
import { clip } from '../../kernel/text.ts'
import type { Tenant } from '../db/database.ts'
import { updateRows } from '../db/row.ts'
import { addJob } from '../jobs/add-job.ts'
import { defineWorkspaceJob, type Job } from '../jobs/jobs.ts'
import { isPassing } from '../passing.ts'
import { retryParked } from './deliver.ts'
import { tellLive } from './live.ts'
import type { Reacting, Reaction } from './reaction.ts'

const name = 'events.retry-parked'

export interface Retry {
  reaction: string
  eventId: string
}

/** Has a parked event tried again once the caller's transaction commits. */
export function addRetry(tenant: Tenant, retry: Retry): Promise<void> {
  return addJob(tenant, name, retry, { key: `${name}:${retry.reaction}:${retry.eventId}` })
}

/** An event that fails again stays parked, with the new error and one attempt more. */
export function retryParkedJob(reactions: Reaction[]): Job {
  return defineWorkspaceJob({
    name,
    payload: { reaction: z.string(), eventId: id },
    async run(ctx, retry) {
      try {
        await tryAgain(ctx, reactions, retry)
      } catch (error) {
        if (isPassing(error)) throw error
        await noteFailure(ctx, retry, error)
      }
      await tellLive(ctx, ['job.retried'], [retry.eventId])
    },
  })
}

async function tryAgain(ctx: Reacting, reactions: Reaction[], { reaction, eventId }: Retry): Promise<void> {
  const found = reactions.find(known => known.name === reaction)
  if (!found) throw new Error(`There is no reaction ${reaction} any more. Discard this event.`)
  await retryParked(ctx, found, eventId)
}

async function noteFailure(ctx: Reacting, { reaction, eventId }: Retry, error: unknown): Promise<void> {
  const failure = { error: clip(String(error), 2000), lastFailedAt: ctx.app.clock.now() }
  await updateRows(ctx, 'parkedEvents', { reaction, eventId }, failure, [sql`attempts = t.attempts + 1`])
}
