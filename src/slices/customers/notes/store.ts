import type { Tenant } from '../../../platform/db/database.ts'
import { insertRecords } from '../../../platform/record/statements.ts'
import { noteRecord, type NewNote } from './record.ts'

export async function insertNotes(tenant: Tenant, notes: NewNote[]): Promise<void> {
  const rows = notes.map(note => ({ ...note, updatedAt: note.createdAt }))
  await insertRecords(tenant, noteRecord, rows)
}
