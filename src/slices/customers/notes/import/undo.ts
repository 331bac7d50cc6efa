import { sql } from 'kysely'
import { removeEvents, removeImportedEvents } from '../../../../platform/events/remove-events.ts'
import { keepImported, removeRecords } from '../../../../platform/record/statements.ts'
import { editedSince, takeBack, type ImportedRecords, type Made } from '../../imports/public.ts'
import { rewriteNotes } from '../store.ts'

const nameLength = 60

export const importedNotes: ImportedRecords = {
  dependsOn: ['contacts', 'companies'],
  async findMade(step, limit) {
    const { rows } = await sql<Made>`
      select n.id, left(n.body, ${nameLength}) as name, ${editedSince(step, sql`n.id`, ['note.edited'])} as reason from notes n
      where n.workspace_id = ${step.workspaceId} and n.import_id = ${step.importId}
      order by n.id limit ${limit}`.execute(step.tx)
    return rows
  },
  async remove({ tx, workspaceId }, notes) {
    const ids = notes.map(({ id }) => id)
    await removeEvents(tx, workspaceId, 'subject', ids)
    await removeRecords(tx, workspaceId, 'notes', ids)
  },
  keep: ({ tx, workspaceId }, ids) => keepImported(tx, workspaceId, 'notes', ids),
  async restore(step, changes) {
    const { tx, workspaceId, importId, now } = step
    const ids = [...changes.keys()]
    const { rows } = await sql<{ id: string; body: string }>`
      select n.id, n.body from notes n
      where n.workspace_id = ${workspaceId} and n.id = any(${ids}::uuid[]) order by n.id for update`.execute(tx)
    const restored = rows.map(note => {
      const named = { id: note.id, name: note.body.slice(0, nameLength) }
      return takeBack(step, 'note', named, note, changes.get(note.id)!)
    })
    await rewriteNotes(tx, workspaceId, restored, now)
    await removeImportedEvents(tx, workspaceId, importId, ['note.edited'], ids)
    return rows.length
  },
}
