import { defineEvents } from '../../../kernel/event.ts'

export const importEvents = defineEvents(
  'import',
  {
    of: ({ id }: { id: string }) => ({ subjectId: id }),
    tag: 'imports',
    outdates: ['fields', 'tags'],
    timeline: 'none',
  },
  {
    finished: { when: 'An import has brought in all of its rows; their own events carry its id' },
    undone: { when: 'An import was taken back' },
  },
)
