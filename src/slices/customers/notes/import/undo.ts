import { sql } from 'kysely'
import { clip } from '../../../../kernel/text.ts'
import { importedRows, restoring, type ImportedRecords } from '../../imports/public.ts'
import { noteRecord, rewrittenColumns, type StoredNote } from '../record.ts'

const nameLength = 60
const edits = ['note.edited']

export const importedNotes: ImportedRecords = {
  ...importedRows({
    record: noteRecord,
    dependsOn: ['contacts', 'companies'],
    called: sql`left(c.body, ${nameLength})`,
    edits,
  }),
  restore: restoring({
    record: noteRecord,
    columns: rewrittenColumns,
    edits,
    nameOf: ({ body }: StoredNote) => clip(body, nameLength),
  }),
}
