import { z } from 'zod'
import { defineEvents } from '../../../kernel/event.ts'
import { ofAttached } from '../contacts/events.ts'

const named = z.object({ name: z.string() })

/** Of files that hang on something. */
export const fileEvents = defineEvents(
  'file',
  {
    of: ofAttached,
    tag: 'files',
    group: 'files',
  },
  {
    added: {
      when: 'A file was attached to a contact, a company or another record',
      data: named.extend({ mediaType: z.string(), size: z.int() }),
    },
    deleted: { when: 'An attached file was deleted', data: named },
    restored: { when: 'A deleted file came back', data: named },
  },
)
