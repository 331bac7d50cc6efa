import type { EventKeys, NewEvent } from '../../../kernel/event.ts'
import { clip } from '../../../kernel/text.ts'
import { identifyEvents, pageEvents, trackEvents, screenEvents } from './events.ts'
import type { KeyHolder } from './keys.ts'
import type { Message } from './message.ts'

/** A message as it came, with what its source and request say about it. */
export interface Received {
  source: KeyHolder
  message: Message
  /** Whether its device may be told apart from others and joined with a person. */
  isTracked: boolean
}

/** What could not be taken, kept for people to see. */
export interface Rejected {
  source: KeyHolder
  reason: string
  body: string
}

const kinds = {
  track: trackEvents.tracked,
  page: pageEvents.viewed,
  screen: screenEvents.viewed,
  identify: identifyEvents.identified,
  group: identifyEvents.grouped,
  alias: identifyEvents.aliased,
} as const
export const collectedKinds: readonly string[] = Object.values(kinds).map(({ kind }) => kind)

/** Where customer and company met; identifying somebody is no meeting. */
const channels = { web: 'web', app: 'app', server: 'product' } as const

type Keys = Pick<EventKeys, 'contactId' | 'companyId'>

/** The event that the log keeps of a message. */
export function eventOf({ source, message }: Received, keys: Keys): NewEvent {
  const { type, name, properties, traits, groupId } = message
  const origin = { source: source.slug, sourceId: source.id, ...(name === null ? {} : { name }) }
  const options = { occurredAt: message.at, sourceKey: message.messageId }
  if (type === 'identify') return kinds.identify(keys, { ...origin, traits }, options)
  if (type === 'group') return kinds.group(keys, { ...origin, group: groupId, traits }, options)
  if (type === 'alias') return kinds.alias(keys, origin, options)
  return kinds[type](
    keys,
    { ...origin, properties, ...placeOf(message) },
    { ...options, channel: channels[source.kind] },
  )
}

/** An event about an order is in the log once, as the order: what the client said of it hangs on nobody. */
export function commerceEventOf({ source, message }: Received, order: string): NewEvent {
  const origin = { source: source.slug, sourceId: source.id, ...(message.name === null ? {} : { name: message.name }) }
  return kinds.track({}, { ...origin, order }, { occurredAt: message.at, sourceKey: message.messageId })
}

/** Where on the site or in the app it was, and what brought the visitor there. */
function placeOf({ context, properties }: Message) {
  const page = context['page'] as Record<string, unknown> | undefined
  const text = (key: string) => {
    const value = [properties[key], page?.[key]].find(given => typeof given === 'string' && given !== '')
    return value === undefined ? {} : { [key]: clip(value as string, 2000) }
  }
  const campaign = context['campaign']
  return {
    ...text('url'),
    ...text('title'),
    ...text('referrer'),
    ...(typeof campaign === 'object' && campaign !== null ? { campaign: campaign as Record<string, unknown> } : {}),
  }
}
