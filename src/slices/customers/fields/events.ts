import { z } from 'zod'
import { changes, defineEvents } from '../../../kernel/event.ts'

const field = z.object({ object: z.string(), key: z.string() })
const labelled = field.extend({ label: z.string() })

export const fieldEvents = defineEvents(
  'field',
  { of: ({ id }: { id: string }) => ({ subjectId: id }), tag: 'fields', outdatesAll: 'fields', timeline: 'none' },
  {
    created: { when: 'A custom field was made', data: labelled.extend({ type: z.string() }) },
    changed: { when: 'A custom field was changed', data: field.extend({ changes }) },
    archived: { when: 'A custom field was taken out of use', data: labelled },
    restored: { when: 'A custom field is in use again', data: labelled },
  },
)
