import { z } from 'zod'
import { defineEvents, type EventKeys } from '../../../kernel/event.ts'
import { removed } from './schema.ts'

export const demoEvents = defineEvents(
  'demo',
  { of: () => ({}), tag: 'demo', timeline: 'none' },
  { removed: { when: 'The demo data was removed; how much of each', data: removed } },
)

/** What happened elsewhere, as the demo and imports from other systems tell it. */
const elsewhere = { of: (keys: EventKeys) => keys, timeline: 'plain' } as const
const ofOrder = { ...elsewhere, subject: 'order' } as const
const message = z.object({ subject: z.string().optional(), excerpt: z.string() })

export const messageEvents = defineEvents('message', elsewhere, {
  received: { when: 'A customer wrote', data: message },
  sent: { when: 'A customer was answered or written to', data: message },
})

export const callEvents = defineEvents('call', elsewhere, {
  logged: {
    when: 'Somebody talked to a customer on the phone',
    data: z.object({ direction: z.enum(['incoming', 'outgoing']), minutes: z.number(), excerpt: z.string() }),
  },
})

const complaint = z.object({ cause: z.string(), number: z.string(), excerpt: z.string() })

export const complaintEvents = defineEvents('complaint', ofOrder, {
  received: { when: 'A customer complained about an order', data: complaint.extend({ subject: z.string() }) },
  resolved: { when: 'A complaint was settled', data: complaint.extend({ outcome: z.string() }) },
})

export const reviewEvents = defineEvents('review', ofOrder, {
  posted: {
    when: 'A customer rated what they bought',
    data: z.object({ rating: z.int(), product: z.string(), excerpt: z.string() }),
  },
})
