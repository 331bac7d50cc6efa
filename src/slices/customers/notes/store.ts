import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/database.ts'
import { insertRecords, rewritingOf } from '../../../platform/record/statements.ts'
import { noteRecord, rewrittenColumns, type NewNote } from './record.ts'

export async function insertNotes(tx: Db, workspaceId: WorkspaceId, notes: NewNote[]): Promise<void> {
  const rows = notes.map(note => ({ ...note, updatedAt: note.createdAt }))
  await insertRecords(tx, workspaceId, noteRecord, rows)
}

/** Gives many notes another text by one statement. */
export const rewriteNotes = rewritingOf(noteRecord, rewrittenColumns)
