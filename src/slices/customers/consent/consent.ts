import { defineMessages } from '../../../kernel/messages.ts'

export const channels = ['email', 'phone', 'sms', 'whatsapp', 'post', 'web'] as const
export type Channel = (typeof channels)[number]

export const states = ['requested', 'granted', 'withdrawn'] as const
export type State = (typeof states)[number]

export const sayers = ['customer', 'member', 'import', 'api', 'system'] as const
export type Sayer = (typeof sayers)[number]

export const ways = [
  'form',
  'double-opt-in',
  'preference-centre',
  'unsubscribe-link',
  'site',
  'import',
  'api',
  'staff',
] as const
export type Way = (typeof ways)[number]

export const suppressionReasons = ['unsubscribed', 'complaint', 'bounce', 'erased', 'manual'] as const
export type SuppressionReason = (typeof suppressionReasons)[number]

export const consentWords = defineMessages('consent.consent', {
  email: 'E-mail',
  phone: 'Phone call',
  sms: 'Text message',
  whatsapp: 'WhatsApp',
  post: 'Post',
  web: 'Website',
  all: 'Every channel',
  granted: 'Agreed',
  withdrawn: 'Withdrawn',
  requested: 'Waiting for confirmation',
  unsaid: 'Nothing said',
  'how.form': 'by form',
  'how.double-opt-in': 'confirmed by mail',
  'how.preference-centre': 'in the preference centre',
  'how.unsubscribe-link': 'by the unsubscribe link',
  'how.site': 'on the site',
  'how.import': 'by import',
  'how.api': 'through the API',
  'how.staff': 'by staff',
  unsubscribed: 'unsubscribed',
  complaint: 'marked as spam',
  bounce: 'address does not exist',
  erased: 'erased',
  manual: 'by your company',
})

/** How long a double opt-in waits for its answer. */
export const requestDays = 7
export const requestMs = requestDays * 24 * 3600_000

export interface ConsentRecord {
  id: string
  contactId: string
  purposeId: string
  channel: Channel
  state: State
  occurredAt: Date
}

/** One contact became a part of another at a time. */
export interface MergeEdge {
  survivorId: string
  mergedId: string
  at: Date
}

/** What holds for one purpose on one channel, and the record by which it does. */
export interface Standing<R extends ConsentRecord = ConsentRecord> {
  purposeId: string
  channel: Channel
  state: State
  record: R
}

/** The stricter comes first. */
const strictness: State[] = ['withdrawn', 'requested', 'granted']

/**
 * What holds at `at` for one person, who may be several contacts that were merged. Of what contacts said before they
 * became one the stricter holds; what is said afterwards, by whichever of them, counts for all of them.
 */
export function foldConsents<R extends ConsentRecord>(records: R[], merges: MergeEdge[], at: Date): Standing<R>[] {
  const group = new Map<string, string>()
  const rootOf = (id: string): string => {
    const parent = group.get(id)
    return parent === undefined ? id : rootOf(parent)
  }
  const known = new Map<string, Map<string, Standing<R>>>()
  const standingsOf = (id: string) => {
    if (!known.has(id)) known.set(id, new Map())
    return known.get(id)!
  }
  const steps = [
    ...merges.map(merge => ({ time: merge.at, order: 0, id: merge.mergedId, merge, record: null })),
    ...records.map(record => ({ time: record.occurredAt, order: 1, id: record.id, merge: null, record })),
  ]
    .filter(step => step.time <= at)
    .sort((a, b) => a.time.getTime() - b.time.getTime() || a.order - b.order || (a.id < b.id ? -1 : 1))
  for (const { merge, record } of steps) {
    if (record) {
      const standings = standingsOf(rootOf(record.contactId))
      const key = `${record.purposeId} ${record.channel}`
      const next = follow(standings.get(key), record, at)
      if (next) standings.set(key, next)
    } else if (merge && rootOf(merge.survivorId) !== rootOf(merge.mergedId)) {
      const [to, from] = [rootOf(merge.survivorId), rootOf(merge.mergedId)]
      const standings = standingsOf(to)
      for (const [key, other] of standingsOf(from)) standings.set(key, stricter(standings.get(key), other))
      group.set(from, to)
      known.delete(from)
    }
  }
  return [...known.values()].flatMap(standings => [...standings.values()])
}

/** A request takes nothing away from somebody who has agreed, and nobody's silence is kept for ever. */
function follow<R extends ConsentRecord>(
  before: Standing<R> | undefined,
  record: R,
  at: Date,
): Standing<R> | undefined {
  const { purposeId, channel, state } = record
  if (state === 'requested' && (before?.state === 'granted' || isOver(record, at))) return before
  return { purposeId, channel, state, record }
}

/** Whether a request was not answered in time. */
export function isOver(record: Pick<ConsentRecord, 'occurredAt'>, at: Date): boolean {
  return at.getTime() - record.occurredAt.getTime() >= requestMs
}

function stricter<R extends ConsentRecord>(a: Standing<R> | undefined, b: Standing<R>): Standing<R> {
  return a && strictness.indexOf(a.state) <= strictness.indexOf(b.state) ? a : b
}
