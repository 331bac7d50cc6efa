import { z } from 'zod'
import { changes, defineEvents } from '../../../kernel/event.ts'
import { recordEvents } from '../../../kernel/record/events.ts'
import { price, productRecord } from './record.ts'

const named = z.object({ name: z.string() })
const prices = z.array(price)

export const productEvents = recordEvents(productRecord, undefined, {
  priced: {
    when: 'Prices of a product were changed',
    /** By the ids of variants, with what they are called. Earlier ones are by what they are called. */
    data: z.object({
      prices: z.record(z.string(), z.tuple([prices, prices])),
      names: z.record(z.string(), z.string().nullable()).optional(),
    }),
  },
})

export const categoryEvents = defineEvents(
  'product-category',
  { of: ({ id }: { id: string }) => ({ subjectId: id }), tag: 'products', timeline: 'none' },
  {
    created: { when: 'A category of products was made', data: named },
    changed: {
      when: 'A category of products was renamed or moved',
      /** Earlier ones only say the name. */
      data: named.extend({ changes: changes.optional() }),
    },
    removed: { when: 'A category of products was removed', data: named },
  },
)
