import { sql } from 'kysely'
import { removeImportedEvents } from '../../../../platform/events/remove-events.ts'
import { lockRecords } from '../../../../platform/record/statements.ts'
import { importedRows, takeBack, type ImportedRecords } from '../../imports/public.ts'
import { noteRecord, rewrittenColumns } from '../record.ts'
import { rewriteNotes } from '../store.ts'

const nameLength = 60

export const importedNotes: ImportedRecords = {
  ...importedRows({
    record: noteRecord,
    dependsOn: ['contacts', 'companies'],
    called: sql`left(c.body, ${nameLength})`,
    edits: ['note.edited'],
  }),
  async restore(step, changes) {
    const { importId, now } = step
    const ids = [...changes.keys()]
    const rows = await lockRecords(step, 'notes', rewrittenColumns, ids)
    const restored = rows.map(note => {
      const named = { id: note.id, name: note.body.slice(0, nameLength) }
      return takeBack(step, 'note', named, note, changes.get(note.id)!)
    })
    await rewriteNotes(step, restored, now)
    await removeImportedEvents(step, importId, ['note.edited'], ids)
    return rows.length
  },
}
