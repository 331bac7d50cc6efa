import { z } from 'zod'
import { defineEvents } from '../../../kernel/event.ts'
import { ofAttached } from '../contacts/events.ts'

const named = z.object({ name: z.string() })

/** Of files that belong to a contact or company. */
export const fileEvents = defineEvents(
  'file',
  {
    of: ofAttached,
    tag: 'files',
    group: 'files',
  },
  {
    added: {
      when: 'A file was attached to a contact or company',
      data: named.extend({ mediaType: z.string(), size: z.int() }),
    },
    deleted: { when: 'An attached file was deleted', data: named },
    restored: { when: 'A deleted file came back', data: named },
  },
)
