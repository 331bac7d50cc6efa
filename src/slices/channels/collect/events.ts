import { z } from 'zod'
import { defineEvents, type EventKeys } from '../../../kernel/event.ts'

const source = z.object({ name: z.string() })

export const sourceEvents = defineEvents(
  'source',
  { of: ({ id }: { id: string }) => ({ subjectId: id }), tag: 'collect', timeline: 'none' },
  {
    created: { when: 'A source of events was made', data: source },
    changed: { when: 'A source of events was changed', data: source },
    deleted: { when: 'A source of events was deleted', data: source },
    keyReplaced: { when: 'A source of events got a new key', data: source },
  },
)

const json = z.record(z.string(), z.unknown())
/** The demo's have no source. */
const received = z.object({
  source: z.string().optional(),
  sourceId: z.string().optional(),
  name: z.string().optional(),
})
/** Where on the site or in the app it was, and what brought the visitor there. */
const meeting = received.extend({
  properties: json.optional(),
  url: z.string().optional(),
  path: z.string().optional(),
  title: z.string().optional(),
  referrer: z.string().optional(),
  campaign: json.optional(),
})
const product = { of: (keys: EventKeys) => keys, group: 'product' }

export const trackEvents = defineEvents('product', product, {
  tracked: {
    when: 'A site, app or server told that somebody did something; of an order only its number, for the order is an event of its own',
    data: meeting.extend({ order: z.string().optional() }),
  },
})

export const pageEvents = defineEvents('page', product, {
  viewed: { when: 'Somebody looked at a page of a site', data: meeting, isFrequent: true },
})

export const screenEvents = defineEvents('screen', product, {
  viewed: { when: 'Somebody looked at a screen of an app', data: meeting, isFrequent: true },
})

export const identifyEvents = defineEvents(
  'contact',
  { ...product, group: 'record' },
  {
    identified: {
      when: 'A site, app or server told who somebody is',
      data: received.extend({ traits: json.optional() }),
      isFrequent: true,
    },
    grouped: {
      when: 'A site, app or server told what company or group somebody belongs to',
      data: received.extend({ group: z.string().nullable(), traits: json.optional() }),
    },
    aliased: { when: 'A site, app or server told that somebody has a further id', data: received },
  },
)
