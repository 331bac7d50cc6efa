import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { exported, itemsOf, listQuery, page } from '../../../kernel/page.ts'

export const recordedEvent = z.object({
  id,
  /** What happened, past tense: `order.placed`. */
  kind: z.string(),
  contactId: id.nullable(),
  companyId: id.nullable(),
  channel: z.string().nullable(),
  subjectType: z.string().nullable(),
  subjectId: id.nullable(),
  /** The record that its note, task or file is written on, when that is no contact or company. */
  linkedId: id.nullable(),
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

const { get } = endpointsOf('events', 'events:read')

export const listEvents = get(
  '/events',
  'List the event log, newest recorded first; filter by kind, channel, contactId, companyId, subjectId, subjectType, linkedId, actorId, actorKind, importId, occurredAt and recordedAt. A page may hold less than its limit, or nothing, and still have a nextCursor: it has looked at the newest 50,000 events only',
  { query, response: page(recordedEvent) },
)
export const eventKind = z.object({
  /** Past tense: `order.placed`. */
  kind: z.string(),
  /** When it happens. */
  when: z.string(),
  /** JSON schema of its data. */
  data: z.record(z.string(), z.unknown()),
})

export const listEventKinds = get(
  '/events/kinds',
  'List the kinds of events with what the data of each holds; also in docs/events.md',
  { response: itemsOf(eventKind) },
)
export const exportEvents = get('/events/export', 'Export the events of a list as CSV or JSON Lines', {
  access: 'events:export',
  ...exported(query),
})
export const getEvent = get('/events/{id}', 'Get an event', { response: recordedEvent })
