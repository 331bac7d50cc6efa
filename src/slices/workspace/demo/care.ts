import { complaintEvents, reviewEvents } from './events.ts'
import { day, hour } from './plan.ts'
import { whenAnswered } from './hours.ts'
import type { DemoOrder } from './life.ts'
import { giveBack } from './selling.ts'
import { aboutOrder, fill, receive, reply, type Talk } from './talk.ts'
import { phrases } from './world/phrases/by-language.ts'
import { causes, type Cause } from './world/phrases/phrases.ts'

export type Outcome = 'refunded' | 'replaced' | 'explained' | 'open'

const weightsOf: Record<Cause, number> = {
  'late delivery': 34,
  'damaged in transit': 26,
  'wrong item': 14,
  defective: 18,
  'wrong invoice': 8,
}
const weighted = causes.map(cause => ({ cause, weight: weightsOf[cause] }))
/** Days after the purchase at which each kind of failure shows, on average. */
const showsAfter: Record<Cause, number> = {
  'late delivery': 9,
  'damaged in transit': 4,
  'wrong item': 4,
  defective: 26,
  'wrong invoice': 12,
}

/** Something went wrong with the order: the customer complains, is answered, and mostly it is put right. */
export function complain(talk: Talk, order: DemoOrder): Outcome {
  const { diary, language, agentId, channel } = talk
  const { random } = diary
  const pick = random.weighted(weighted).cause
  const cause = pick === 'wrong invoice' && diary.companyId === null ? 'late delivery' : pick
  const about = aboutOrder(order, random)
  const [subject, text] = random.pick(phrases[language][cause])
  const at = Math.floor(order.placedAt + 2 * day + random.exponential(showsAfter[cause] * day))
  const data = { cause, number: order.number, subject: fill(subject, about), excerpt: fill(text, about) }
  const isKept = diary.add(at, complaintEvents.received({ ...diary.keys, subjectId: order.id }, data, { channel }))
  if (!isKept) return 'open'
  const answeredAt = whenAnswered(random, at)
  reply(talk, answeredAt, subject, random.pick(phrases[language].apology), about)
  if (random.chance(0.25))
    receive(talk, answeredAt + Math.floor(random.exponential(9 * hour)), [`Re: ${subject}`, text], about)
  if (random.chance(0.1)) return 'open'
  const outcome =
    cause === 'wrong invoice' || cause === 'late delivery'
      ? random.chance(0.3)
        ? 'refunded'
        : 'explained'
      : random.chance(0.45)
        ? 'refunded'
        : 'replaced'
  const resolvedAt = whenAnswered(random, answeredAt + Math.floor(random.exponential(2.2 * day)))
  const excerpt = random.pick(phrases[language][outcome])
  const settled = { cause, number: order.number, outcome, excerpt }
  const keys = { ...diary.keys, subjectId: order.id }
  diary.add(resolvedAt, complaintEvents.resolved(keys, settled, { channel: 'email' }), { actorId: agentId })
  if (outcome === 'refunded') giveBack(diary, order, resolvedAt + Math.floor(random.exponential(3 * day)), cause)
  return outcome
}

/** What the customer says in public; how it ended counts for more than what went wrong. */
export function review({ diary, language }: Talk, order: DemoOrder, outcome: Outcome | null): number {
  const { random } = diary
  const mood =
    outcome === null ? random.normal() + 1.1 : outcome === 'open' ? random.normal() - 1.9 : random.normal() + 0.3
  const rating = Math.min(5, Math.max(1, Math.round(3.6 + mood)))
  const words = phrases[language]
  const text = random.pick(rating >= 4 ? words.delighted : rating === 3 ? words.mixed : words.upset)
  const about = aboutOrder(order, random)
  const at = Math.floor(order.placedAt + (outcome === null ? 6 : 21) * day + random.exponential(9 * day))
  const data = { rating, product: about.product, excerpt: fill(text, about) }
  const isKept = diary.add(
    at,
    reviewEvents.posted({ ...diary.keys, subjectId: order.id }, data, { channel: 'reviews' }),
  )
  return isKept ? rating : 0
}
