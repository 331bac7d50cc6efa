import {
  key,
  line,
  moment,
  reference,
  references,
  required,
  requiredOr,
  text,
  yesNo,
} from '../../../kernel/record/column.ts'
import { defineRecord, only, type Changes, type New, type Stored } from '../../../kernel/record/record.ts'
import { attached } from '../contacts/record.ts'

export const noteRecord = defineRecord({
  name: 'note',
  table: 'notes',
  columns: {
    id: key(),
    ...attached,
    body: required(text(['shown', 'personal'])),
    mentionIds: requiredOr([], references('members', ['shown'])),
    isPinned: requiredOr(false, yesNo(['listed', 'personal', 'defaulted'])),
    authorId: reference('members', ['listed']),
    source: line(['defaulted'], 60),
    sourceId: line(['defaulted']),
    importId: reference('imports', ['filtered', 'defaulted']),
    isDemo: requiredOr(false, yesNo(['defaulted'])),
    createdAt: required(moment(['listed', 'sorted', 'personal'])),
    updatedAt: required(moment(['shown', 'personal'])),
    deletedAt: moment(['personal', 'later']),
  },
  uniques: [['source', 'sourceId']],
})

/** What an import rewrites. */
export const rewrittenColumns = only(noteRecord.columns, 'id', 'body')

export type StoredNote = Stored<typeof noteRecord.columns>
export type NewNote = Omit<New<typeof noteRecord.columns>, 'updatedAt'>
export type NoteChanges = Changes<typeof noteRecord.columns>
