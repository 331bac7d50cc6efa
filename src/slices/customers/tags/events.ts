import { z } from 'zod'
import { changes, defineEvents } from '../../../kernel/event.ts'

export const tagEvents = defineEvents(
  'tag',
  {
    of: ({ id }: { id: string }) => ({ subjectId: id }),
    tag: 'tags',
    outdatesAll: 'tagIds',
    timeline: 'none',
  },
  {
    created: { when: 'A tag was made', data: z.object({ name: z.string(), color: z.string() }) },
    changed: { when: 'A tag was renamed or got another colour', data: z.object({ changes }) },
    deleted: {
      when: 'A tag was deleted; uses tells how many records of each kind carried it',
      data: z.object({ name: z.string(), uses: z.record(z.string(), z.int()) }),
    },
  },
)
