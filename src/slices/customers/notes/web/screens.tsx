import { IconNote } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { defineNoun } from '../../../../kernel/noun.ts'
import { isLinked } from '../../../../ui/record/web-kind.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const notesWeb: WebSlice = {
  panels: [
    {
      slot: 'record.compose',
      of: isLinked,
      order: 10,
      needs: 'notes:write',
      load: () => import('./NoteComposer.tsx'),
    },
    {
      slot: 'record.now',
      of: isLinked,
      order: 20,
      needs: 'notes:read',
      load: () => import('./PinnedNotes.tsx'),
    },
  ],
  records: [
    {
      name: 'note',
      table: 'notes',
      isPart: true,
      icon: IconNote,
      noun: defineNoun('notes.noun', 'note', 'notes'),
    },
  ],
  rows: () => import('./rows.tsx'),
  definitions: () => import('../record.ts'),
  events: () => import('../events.ts'),
  tellsOf: { notes: isLinked },
  live: { notes: ['import'] },
  eventGroups: defineMessages('notes.event-groups', { notes: 'Notes' }),
}
