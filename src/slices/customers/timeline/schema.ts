import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { defineMessages, refusal } from '../../../kernel/messages.ts'
import type { Permission } from '../../../kernel/permissions.ts'
import { instant } from '../../../kernel/time.ts'

const words = defineMessages('timeline.schema', {
  cursor: 'Use the nextCursor of the page before.',
  cursorOfFilters: 'Use the nextCursor of the page before, with the same filters.',
})

/** Several values: repeated, or with commas between them. */
const list = z
  .union([z.string(), z.array(z.string())])
  .transform(given => [given].flat().flatMap(part => part.split(',')))
  .pipe(z.array(z.string().min(1).max(80)).min(1).max(50))

export const timelineQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z
    .string()
    .regex(
      /^\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      refusal(words, 'cursorOfFilters'),
    )
    .refine(text => instant.safeParse(text.split('_')[0]).success, refusal(words, 'cursor'))
    .optional(),
  /** Text that an event's own words must contain, in upper or lower case. */
  q: z.string().trim().max(200).optional(),
  'filter[kind]': list.optional(),
  'filter[channel]': list.optional(),
  /** When it happened: from this instant on, and before this one. */
  'filter[from]': instant.optional(),
  'filter[to]': instant.optional(),
})
export type TimelineQuery = z.output<typeof timelineQuery>

const named = z.object({ id, name: z.string() }).nullable()

export const timelineItem = z.object({
  id,
  kind: z.string(),
  channel: z.string().nullable(),
  occurredAt: z.string(),
  recordedAt: z.string(),
  actor: z.object({ kind: z.string(), id: id.nullable(), name: z.string().nullable() }),
  subjectType: z.string().nullable(),
  subjectId: id.nullable(),
  /** The contact that the event was written with: another one than asked for after a merge. */
  contactId: id.nullable(),
  /** As it is called now, where what happened with several stands side by side. */
  contact: named,
  /** The record that a note, a task or a file hangs on besides, where that is another one than asked for. */
  linked: z.object({ kind: z.string(), id, name: z.string() }).nullable(),
  data: z.record(z.string(), z.unknown()),
})
export type TimelineItem = z.output<typeof timelineItem>

export const feedQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(30),
  cursor: id.optional(),
})
export type FeedQuery = z.output<typeof feedQuery>

/** An event beside those of other customers: it says with whom it happened, as they are called now. */
export const feedItem = timelineItem.extend({ company: named })
export type FeedItem = z.output<typeof feedItem>

const timelinePage = z.object({ items: z.array(timelineItem), nextCursor: z.string().nullable() })

/** What there is to filter by, among the newest 5,000 events. */
export const timelineKinds = z.object({ kinds: z.array(z.string()), channels: z.array(z.string()) })
export type TimelineKinds = z.output<typeof timelineKinds>

const { get } = endpointsOf('timeline', 'timeline:read')

export const listFeed = get(
  '/timeline',
  'What happened lately with all customers that one may see, newest recorded first, without what imports brought in and pages that were viewed. A page may hold less than its limit and still have a nextCursor: it has looked at the newest 10,000 events only',
  { query: feedQuery, response: z.object({ items: z.array(feedItem), nextCursor: z.string().nullable() }) },
)

/** The endpoints of the timeline that records of a kind have, by the plural noun of the API: `contacts`. */
export function timelineOf(table: string) {
  const access = `${table}:read` as Permission
  return {
    list: get(`/${table}/{id}/timeline`, `What happened with one of the ${table}, newest first`, {
      access,
      query: timelineQuery,
      response: timelinePage,
    }),
    kinds: get(
      `/${table}/{id}/timeline/kinds`,
      `Which kinds of events and channels the timeline of one of the ${table} has`,
      { access, response: timelineKinds },
    ),
  }
}
