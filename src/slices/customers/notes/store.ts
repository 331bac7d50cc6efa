import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/database.ts'
import { insertRecords, lockRecords, rewriteRecords, updateRecord } from '../../../platform/record/statements.ts'
import { dropFromEvents } from '../../../platform/events/redact.ts'
import { noteRecord, rewrittenColumns, type NewNote, type NoteChanges, type StoredNote } from './record.ts'

export async function lockNote(tx: Db, workspaceId: WorkspaceId, id: string): Promise<StoredNote | undefined> {
  const [note] = await lockRecords(tx, workspaceId, 'notes', noteRecord.columns, [id])
  return note
}

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

export function updateNote(
  tx: Db,
  workspaceId: WorkspaceId,
  id: string,
  changes: NoteChanges,
  now: Date,
): Promise<void> {
  return updateRecord(tx, workspaceId, noteRecord, id, changes, now)
}

/** Takes the words of a note out of its events. */
export async function redactEvents(tx: Db, workspaceId: WorkspaceId, noteId: string): Promise<void> {
  await dropFromEvents(tx, workspaceId, [noteId], 'excerpt')
}
