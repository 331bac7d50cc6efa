import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { listQuery, page } from '../../../kernel/page.ts'

export const recordedEvent = z.object({
  id,
  /** What happened, past tense: `order.placed`. */
  kind: z.string(),
  contactId: id.nullable(),
  companyId: id.nullable(),
  channel: z.string().nullable(),
  subjectType: z.string().nullable(),
  subjectId: id.nullable(),
  actorKind: z.string(),
  actorId: id.nullable(),
  actorName: z.string().nullable(),
  occurredAt: z.string(),
  recordedAt: z.string(),
  importId: id.nullable(),
  data: z.record(z.string(), z.unknown()),
})
export type RecordedEvent = z.output<typeof recordedEvent>

const query = listQuery.omit({ sort: true, total: true, q: true })
export type EventQuery = z.output<typeof query>

const tag = 'events'

export const listEvents = endpoint({
  method: 'GET',
  path: '/events',
  access: 'events:read',
  tag,
  summary:
    'List the event log, newest recorded first; filter by kind, channel, contactId, companyId, subjectId, subjectType, actorId, actorKind, importId, occurredAt and recordedAt. A page may hold less than its limit, or nothing, and still have a nextCursor: it has looked at the newest 50,000 events only',
  query,
  response: page(recordedEvent),
})
export const eventKind = z.object({
  /** Past tense: `order.placed`. */
  kind: z.string(),
  /** When it happens. */
  when: z.string(),
  /** JSON schema of its data. */
  data: z.record(z.string(), z.unknown()),
})

export const listEventKinds = endpoint({
  method: 'GET',
  path: '/events/kinds',
  access: 'events:read',
  tag,
  summary: 'List the kinds of events with what the data of each holds; also in docs/events.md',
  response: z.object({ items: z.array(eventKind) }),
})
export const exportEvents = endpoint({
  method: 'GET',
  path: '/events/export',
  access: 'events:export',
  tag,
  summary: 'Export the events of a list as CSV or JSON Lines',
  query: query.extend({ format: z.enum(['csv', 'jsonl']).default('csv') }),
  produces: 'text/csv',
})
export const getEvent = endpoint({
  method: 'GET',
  path: '/events/{id}',
  access: 'events:read',
  tag,
  summary: 'Get an event',
  params: z.object({ id }),
  response: recordedEvent,
})
