import { z } from 'zod'
import { defineEvents } from '../../../kernel/event.ts'

interface Sent {
  id: string
  contactId: string | null
  companyId: string | null
}

/** The subject is the submission. */
export const formEvents = defineEvents(
  'form',
  {
    of: ({ id, contactId, companyId }: Sent) => ({ contactId, companyId, subjectId: id }),
    subject: 'form-submission',
    tag: 'forms',
    group: 'forms',
  },
  {
    submitted: {
      when: 'Somebody sent a form',
      data: z.object({ formId: z.string(), form: z.string(), excerpt: z.string().nullable(), files: z.int() }),
    },
  },
)
