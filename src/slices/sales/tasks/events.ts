import { z } from 'zod'
import { changes, defineEvents } from '../../../kernel/event.ts'
import { ofAttached } from '../../customers/contacts/events.ts'

const titled = z.object({ title: z.string() })

export const taskEvents = defineEvents(
  'task',
  {
    of: ofAttached,
    tag: 'tasks',
    group: 'tasks',
  },
  {
    created: {
      when: 'A task was made',
      data: titled.extend({ assigneeId: z.string().nullable(), dueAt: z.string().nullable() }),
    },
    changed: { when: 'A task was changed', data: titled.extend({ changes }) },
    completed: { when: 'A task was done', data: titled },
    reopened: { when: 'A task that was done is open again', data: titled },
    deleted: { when: 'A task was deleted', data: titled },
    restored: { when: 'A deleted task came back', data: titled },
  },
)
