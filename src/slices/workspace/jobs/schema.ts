import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { defineMessages, refusal } from '../../../kernel/messages.ts'
import { instant } from '../../../kernel/time.ts'

const words = defineMessages('jobs.schema', {
  parkedId: 'Use the id of parked work.',
  cursor: 'Use the nextCursor of the page before.',
})

/** `job.<number>` or `event.<id>.<reaction>`. */
const parkedId = z
  .string()
  .regex(
    /^(job\.\d{1,18}|event\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[\w.-]{1,100})$/,
    refusal(words, 'parkedId'),
  )

export const jobCounts = z.object({
  /** Jobs that are due and wait for a worker; 10,001 stands for more than 10,000. */
  waiting: z.int(),
  running: z.int(),
  /** Jobs for later: reminders, retries. */
  scheduled: z.int(),
  /** Events that reactions have not been told of yet. */
  undelivered: z.int(),
  parked: z.int(),
})
export type JobCounts = z.output<typeof jobCounts>

export const parkedWork = z.object({
  id: parkedId,
  /** A job that failed for good, or an event that one reaction failed on. */
  kind: z.enum(['job', 'event']),
  /** Of the job or of the reaction. */
  name: z.string(),
  error: z.string(),
  attempts: z.int(),
  failedAt: z.string(),
  eventId: id.nullable(),
  eventKind: z.string().nullable(),
  contactId: id.nullable(),
})
export type ParkedWork = z.output<typeof parkedWork>

const byId = z.object({ id: parkedId })

const { get, post, remove } = endpointsOf('jobs', 'jobs:manage')

export const countJobs = get('/jobs', 'How much background work waits, runs and is parked', {
  response: jobCounts,
})
export const listParked = get('/jobs/parked', 'List the work that failed for good, newest first', {
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z
      .string()
      .max(300)
      .regex(/^[\dT:.-]+Z_[\w.-]+$/, refusal(words, 'cursor'))
      .refine(text => instant.safeParse(text.split('_')[0]).success, refusal(words, 'cursor'))
      .optional(),
  }),
  response: z.object({ items: z.array(parkedWork), nextCursor: z.string().nullable() }),
})
export type ParkedQuery = z.output<(typeof listParked)['query'] & {}>
export const retryParked = post('/jobs/parked/{id}/retry', 'Try parked work again', { params: byId })
export const retryAllParked = post('/jobs/parked/bulk-retry', 'Try up to 1,000 parked pieces of work again', {
  body: z.strictObject({ ids: z.array(parkedId).min(1).max(1000) }),
  response: z.object({ count: z.int() }),
})
export const discardParked = remove('/jobs/parked/{id}', 'Discard parked work; it will not be done', {
  params: byId,
})
