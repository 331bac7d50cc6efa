import { z } from 'zod'
import { defineEvents } from '../../../kernel/event.ts'

const data = z.object({ name: z.string() })

export const teamEvents = defineEvents(
  'team',
  {
    of: ({ id }: { id: string }) => ({ subjectId: id }),
    tag: 'teams',
    outdates: ['members', 'sessions'],
    timeline: 'none',
  },
  {
    created: { when: 'A team was made', data },
    changed: { when: 'The name or the members of a team were changed', data },
    deleted: { when: 'A team was deleted', data },
  },
)
