import { defineText } from '../../../kernel/messages.ts'
import { kindOf } from '../../../platform/record/record-kind.ts'
import { defineSlice } from '../../../platform/slice.ts'
import { noteEvents } from './events.ts'
import { personalData } from './personal-data.ts'
import { noteRecord } from './record.ts'
import { retention } from './retention.ts'
import { notes } from './queries.ts'
import { routes } from './routes.ts'
import { noteImport } from './import/target.ts'
import { importedNotes } from './import/undo.ts'

export const notesSlice = defineSlice({
  name: 'customers/notes',
  records: [
    kindOf(noteRecord, {
      isVisible: notes.isVisible,
      keeps: defineText('notes.slice.hasNote', 'Has a note since.'),
      importTarget: noteImport,
      imported: importedNotes,
    }),
  ],
  permissions: { 'notes:read': 'member', 'notes:write': 'member' },
  routes,
  personalData,
  retention,
  events: [noteEvents],
  tables: ['notes'],
})
