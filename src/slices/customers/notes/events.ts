import { z } from 'zod'
import { defineEvents } from '../../../kernel/event.ts'
import { ofAttached } from '../contacts/events.ts'

const note = z.object({ noteId: z.string() })
/** Taken out of all events of a note when the note is deleted. */
const worded = note.extend({ excerpt: z.string().optional() })

export const noteEvents = defineEvents(
  'note',
  {
    of: ofAttached,
    tag: 'notes',
    group: 'notes',
  },
  {
    added: { when: 'A note was written', data: worded },
    edited: { when: 'The text of a note was changed', data: worded },
    pinned: { when: 'A note was pinned', data: note },
    unpinned: { when: 'A note is no longer pinned', data: note },
    deleted: { when: 'A note was deleted', data: note },
    restored: { when: 'A deleted note came back', data: worded },
  },
)
