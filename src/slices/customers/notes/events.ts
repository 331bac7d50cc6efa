import { z } from 'zod'
import { defineEvents, type EventKeys } from '../../../kernel/event.ts'

const note = z.object({ noteId: z.string() })
/** Taken out of all events of a note when the note is deleted. */
const worded = note.extend({ excerpt: z.string().optional() })

/** `eventKeys` are those of the contact or company that the note is about. */
export const noteEvents = defineEvents(
  'note',
  {
    of: ({ id, eventKeys }: { id: string; eventKeys: EventKeys }) => ({ ...eventKeys, subjectId: id }),
    tag: 'notes',
    group: 'notes',
  },
  {
    added: { when: 'A note was written', data: worded },
    edited: { when: 'The text of a note was changed', data: worded },
    deleted: { when: 'A note was deleted', data: note },
    restored: { when: 'A deleted note came back', data: worded },
  },
)
