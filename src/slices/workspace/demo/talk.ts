import { minute } from './plan.ts'
import type { Diary } from './diary.ts'
import { callEvents, messageEvents } from './events.ts'
import { whenAnswered } from './hours.ts'
import type { DemoOrder } from './life.ts'
import type { BasketItem } from './purchases.ts'
import type { Language } from './world/countries.ts'
import { phrases } from './world/phrases/by-language.ts'
import type { Message, Topic } from './world/phrases/phrases.ts'

/** Who talks with the customer, in what language and where. */
export interface Talk {
  diary: Diary
  language: Language
  /** Where the customer writes: `email`, `chat` or a network. */
  channel: string
  agentId: string
}

/** What `{product}` and `{order}` stand for. */
export interface About {
  product?: string
  order?: string
}

export function fill(text: string, { product = 'Aurora', order = '' }: About): string {
  return text.replaceAll('{product}', product).replaceAll('{order}', order)
}

export function aboutOrder(order: DemoOrder, random: Diary['random']) {
  return { order: order.number, product: random.pick<BasketItem>(order.items).product.short }
}

/** The customer writes and is answered, mostly; about an order the choice of words follows the question. */
export function exchange(talk: Talk, at: number, topic: Topic, about: About): void {
  const { diary, language } = talk
  const words = phrases[language]
  const index = diary.random.int(words[topic].length)
  receive(talk, at, words[topic][index]!, about)
  if (topic === 'thanks' && diary.random.chance(0.4)) return
  const replies = words[`${topic}Answer`]
  reply(talk, whenAnswered(diary.random, at), words[topic][index]![0], replies[index % replies.length]!, about)
}

export function receive({ diary, channel }: Talk, at: number, [subject, text]: Message, about: About): void {
  diary.add(at, messageEvents.received(diary.keys, written(channel, subject, text, about), { channel }))
}

export function reply(
  { diary, channel, agentId }: Talk,
  at: number,
  subject: string,
  text: string,
  about: About,
): void {
  const data = written(channel, `Re: ${subject}`, text, about)
  diary.add(at, messageEvents.sent(diary.keys, data, { channel }), { actorId: agentId })
}

/** Mail alone has a subject. */
function written(channel: string, subject: string, text: string, about: About) {
  return { ...(channel === 'email' ? { subject: fill(subject, about) } : {}), excerpt: fill(text, about) }
}

/** A call about business: in the log with its length and what came of it. */
export function call({ diary, agentId }: Talk, at: number, direction: 'incoming' | 'outgoing', excerpt: string): void {
  const minutes = 1 + Math.floor(diary.random.exponential(6))
  const logged = callEvents.logged(diary.keys, { direction, minutes, excerpt }, { channel: 'phone' })
  diary.add(at + minutes * minute, logged, { actorId: agentId })
}
