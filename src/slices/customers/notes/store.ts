import type { Tenant } from '../../../platform/db/database.ts'
import { insertRecords, rewritingOf } from '../../../platform/record/statements.ts'
import { noteRecord, rewrittenColumns, type NewNote } from './record.ts'

export async function insertNotes(tenant: Tenant, notes: NewNote[]): Promise<void> {
  const rows = notes.map(note => ({ ...note, updatedAt: note.createdAt }))
  await insertRecords(tenant, noteRecord, rows)
}

/** Gives many notes another text by one statement. */
export const rewriteNotes = rewritingOf(noteRecord, rewrittenColumns)
