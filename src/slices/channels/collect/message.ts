import { createHash } from 'node:crypto'
import type { Text } from '../../../kernel/message-params.ts'
import { defineMessages, inEnglish, say } from '../../../kernel/messages.ts'
import { clip, storable, trimmed } from '../../../kernel/text.ts'
import { walk } from '../../../platform/redact.ts'
import { mostEventBytes } from './schema.ts'

const words = defineMessages('collect.message', {
  notObject: 'An event is a JSON object.',
  type: '“{type}” is not a type of event. Use {types}.',
  noEventName: 'A track needs the name of its event: event.',
  noGroup: 'A group needs a groupId.',
  noPrevious: 'An alias needs a previousId.',
  noUser: 'An alias needs a userId.',
  nobody: 'An event needs a userId or an anonymousId.',
  notText: '{what} is text.',
  longText: '{what} is longer than 300 characters.',
  deep: 'Values are nested more than {deepest} deep.',
  large: 'The event is larger than 32 KB.',
})

export const messageTypes = ['track', 'identify', 'page', 'screen', 'group', 'alias'] as const
export type MessageType = (typeof messageTypes)[number]

/** One call of a client, checked and in one shape. */
export interface Message {
  messageId: string
  type: MessageType
  at: Date
  userId: string | null
  anonymousId: string | null
  previousId: string | null
  groupId: string | null
  /** Of a track the event's, of a page or screen its own. */
  name: string | null
  properties: Record<string, unknown>
  /** What was told of the person (identify) or of the group. */
  traits: Record<string, unknown>
  context: Record<string, unknown>
  /** What the visitor has said on the site; null when he was not asked. */
  consent: boolean | null
}

/** Why an event cannot be taken. */
export class Unusable extends Error {
  readonly said: Text

  constructor(said: Text) {
    super(inEnglish(said))
    this.said = said
  }
}

export type Json = Record<string, unknown>
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Reads one event as a client sent it; `fallbackType` is that of the address it was sent to. Throws `Unusable` with the
 * reason. `sentAt` is the client's clock when it sent the request, `now` ours.
 */
export function readMessage(sent: unknown, fallbackType: MessageType | null, sentAt: Date | null, now: Date): Message {
  if (!isObject(sent)) throw new Unusable(say(words, 'notObject'))
  const event = storableEvent(sent)
  const type = (event['type'] ?? fallbackType) as MessageType
  if (!messageTypes.includes(type))
    throw new Unusable(say(words, 'type', { type: show(event['type']), types: messageTypes.join(', ') }))
  const context = isObject(event['context']) ? event['context'] : {}
  const message: Message = {
    messageId: '',
    type,
    at: now,
    userId: textOf(event['userId'], 'userId'),
    anonymousId: textOf(event['anonymousId'], 'anonymousId'),
    previousId: textOf(event['previousId'], 'previousId'),
    groupId: textOf(event['groupId'], 'groupId'),
    name: textOf(type === 'track' ? event['event'] : event['name'], type === 'track' ? 'event' : 'name'),
    properties: isObject(event['properties']) ? event['properties'] : {},
    traits: isObject(event['traits']) ? event['traits'] : isObject(context['traits']) ? context['traits'] : {},
    context,
    consent: consentIn(context),
  }
  if (type === 'track' && message.name === null) throw new Unusable(say(words, 'noEventName'))
  if (type === 'group' && message.groupId === null) throw new Unusable(say(words, 'noGroup'))
  if (type === 'alias' && message.previousId === null) throw new Unusable(say(words, 'noPrevious'))
  if (type === 'alias' && message.userId === null) throw new Unusable(say(words, 'noUser'))
  if (message.userId === null && message.anonymousId === null && typeof message.traits['email'] !== 'string')
    throw new Unusable(say(words, 'nobody'))
  message.at = happenedAt(event, sentAt, now)
  message.messageId = idOf(event)
  return message
}

/** The client's time put right by how far its clock was off when it sent, where that is more than a minute; never the future. */
export function happenedAt(event: Json, sentAt: Date | null, now: Date): Date {
  const given = dateOf(event['timestamp']) ?? dateOf(event['originalTimestamp'])
  if (given === null) return now
  const sent = dateOf(event['sentAt']) ?? sentAt
  const off = sent === null ? 0 : now.getTime() - sent.getTime()
  const at = given.getTime() + (Math.abs(off) > 60_000 ? off : 0)
  return new Date(Math.min(at, now.getTime()))
}

export function dateOf(value: unknown): Date | null {
  const date = typeof value === 'string' || typeof value === 'number' ? new Date(value) : null
  if (date === null || Number.isNaN(date.getTime())) return null
  const year = date.getUTCFullYear()
  return year >= 1970 && year < 2100 ? date : null
}

/** The client's own id; of one that has none, or one too long to be compared, a digest. */
function idOf(event: Json): string {
  const given = event['messageId']
  if (typeof given === 'string' && given.trim() !== '' && given.length <= 200) return given.trim()
  return createHash('sha256')
    .update(typeof given === 'string' && given !== '' ? given : JSON.stringify(event))
    .digest('base64url')
}

function textOf(value: unknown, what: string): string | null {
  if (value === undefined || value === null) return null
  if (typeof value !== 'string' && typeof value !== 'number') throw new Unusable(say(words, 'notText', { what }))
  const text = inOneLine(value)
  if (text.length > 300) throw new Unusable(say(words, 'longText', { what }))
  return text === '' ? null : text
}

/** Without what ends a line or is no character. */
export function inOneLine(value: string | number): string {
  return trimmed(String(value).replace(/[\x00-\x1f\x7f]+/g, ' '))
}

/** A text or number in one line, cut; null where it is neither or empty. */
export function shortText(value: unknown, most = 200): string | null {
  return typeof value === 'string' || typeof value === 'number' ? clip(inOneLine(value), most) || null : null
}

function consentIn(context: Json): boolean | null {
  const consent = context['consent']
  if (!isObject(consent)) return null
  if (typeof consent['given'] === 'boolean') return consent['given']
  const categories = consent['categoryPreferences']
  return isObject(categories) ? Object.values(categories).includes(true) : null
}

/** Deeper than any event that a program means. */
const deepest = 20

/** The event without what PostgreSQL cannot keep; one that is too large or too deep is refused. */
function storableEvent(event: Json): Json {
  if (depthOf(event, 0) > deepest) throw new Unusable(say(words, 'deep', { deepest }))
  const text = JSON.stringify(event)
  if (text.length > mostEventBytes || Buffer.byteLength(text) > mostEventBytes) throw new Unusable(say(words, 'large'))
  return /\\u(000[02]|d[89a-f])/i.test(text) ? (walk(event, storable) as Json) : event
}

function depthOf(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null || depth > deepest) return depth
  let most = depth
  for (const inner of Object.values(value)) most = Math.max(most, depthOf(inner, depth + 1))
  return most
}

function show(value: unknown): string {
  return clip(String(value), 40)
}
