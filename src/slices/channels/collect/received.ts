import type { NewEvent } from '../../../platform/events/record.ts'
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
  track: 'product.tracked',
  page: 'page.viewed',
  screen: 'screen.viewed',
  identify: 'contact.identified',
  group: 'contact.grouped',
  alias: 'contact.aliased',
} as const
export const collectedKinds: readonly string[] = Object.values(kinds)

/** Where customer and company met; identifying somebody is no meeting. */
const channels = { web: 'web', app: 'app', server: 'product' } as const

/** The event that the log keeps of a message. */
export function eventOf(
  { source, message }: Received,
  who: { contactId: string | null; companyId: string | null },
): NewEvent {
  const { type, name, properties } = message
  const isMeeting = type === 'track' || type === 'page' || type === 'screen'
  return {
    kind: kinds[type],
    contactId: who.contactId,
    companyId: who.companyId,
    channel: isMeeting ? channels[source.kind] : null,
    occurredAt: message.at,
    sourceKey: message.messageId,
    data: {
      source: source.slug,
      sourceId: source.id,
      ...(name === null ? {} : { name }),
      ...(isMeeting ? { properties, ...placeOf(message) } : {}),
      ...(type === 'identify' ? { traits: message.traits } : {}),
      ...(type === 'group' ? { group: message.groupId, traits: message.traits } : {}),
    },
  }
}

/** Where on the site or in the app it was, and what brought the visitor there. */
function placeOf({ context, properties }: Message): Record<string, unknown> {
  const page = context['page'] as Record<string, unknown> | undefined
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value.slice(0, 2000) : undefined)
  const place = {
    url: text(properties['url']) ?? text(page?.['url']),
    title: text(properties['title']) ?? text(page?.['title']),
    referrer: text(properties['referrer']) ?? text(page?.['referrer']),
  }
  const campaign = context['campaign']
  return {
    ...Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined)),
    ...(typeof campaign === 'object' && campaign !== null ? { campaign } : {}),
  }
}
