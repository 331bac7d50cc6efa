import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/database.ts'
import { insertRecords, rewriteRecords } from '../../../platform/record/statements.ts'
import { noteRecord, rewrittenColumns, type NewNote } from './record.ts'

export async function insertNotes(tx: Db, workspaceId: WorkspaceId, notes: NewNote[]): Promise<void> {
  const rows = notes.map(note => ({ ...note, updatedAt: note.createdAt }))
  await insertRecords(tx, workspaceId, noteRecord, rows)
}

/** Gives many notes another text by one statement. */
export function rewriteNotes(
  tx: Db,
  workspaceId: WorkspaceId,
  notes: readonly { id: string; body: string }[],
  now: Date,
): Promise<void> {
  return rewriteRecords(tx, workspaceId, noteRecord, rewrittenColumns, notes, { now })
}
