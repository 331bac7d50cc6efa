import { z } from 'zod'
import { defineEvents } from '../../../kernel/event.ts'

const named = z.object({ name: z.string() })

interface Attached {
  id: string
  contactId: string | null
  companyId: string | null
}

/** Of files that belong to a contact or company. */
export const fileEvents = defineEvents(
  'file',
  {
    of: ({ id, contactId, companyId }: Attached) => ({ contactId, companyId, subjectId: id }),
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
