import { z } from 'zod'
import { changes, defineEvents } from '../../../kernel/event.ts'
import { price } from './record.ts'

const named = z.object({ name: z.string() })
const of = ({ id }: { id: string }) => ({ subjectId: id })

export const productEvents = defineEvents(
  'product',
  { of, tag: 'products', group: 'record' },
  {
    created: { when: 'A product was made, by whatever way', data: named.extend({ source: z.string().nullable() }) },
    changed: { when: 'Fields or variants of a product were changed', data: z.object({ changes }) },
    priced: {
      when: 'Prices of a product were changed',
      data: z.object({ prices: z.record(z.string(), z.tuple([z.array(price), z.array(price)])) }),
    },
    deleted: { when: 'A product was moved to the bin', data: named },
    restored: { when: 'A product came back from the bin', data: named },
  },
)

export const categoryEvents = defineEvents(
  'product-category',
  { of, tag: 'products', timeline: 'none' },
  {
    created: { when: 'A category of products was made', data: named },
    changed: { when: 'A category of products was renamed or moved', data: named },
    removed: { when: 'A category of products was removed', data: named },
  },
)
