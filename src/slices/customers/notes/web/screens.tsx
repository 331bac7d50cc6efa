import { IconNote } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { defineNoun } from '../../../../kernel/noun.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const notesWeb: WebSlice = {
  panels: [
    {
      slot: 'record.compose',
      of: ['contact', 'company'],
      order: 10,
      needs: 'notes:write',
      load: () => import('./NoteComposer.tsx'),
    },
    {
      slot: 'record.now',
      of: ['contact', 'company'],
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
  live: { notes: ['import'] },
  eventGroups: defineMessages('notes.event-groups', { notes: 'Notes' }),
}
