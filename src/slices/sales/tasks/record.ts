import { key, line, moment, reference, required, requiredOr, text, yesNo } from '../../../kernel/record/column.ts'
import { defineRecord, type Changes, type New, type Stored } from '../../../kernel/record/record.ts'
import { attached } from '../../customers/contacts/record.ts'

export const taskRecord = defineRecord({
  name: 'task',
  table: 'tasks',
  columns: {
    id: key(),
    title: required(line(['shown', 'personal'], 300)),
    body: text(['written', 'shown', 'personal']),
    ...attached,
    assigneeId: reference('members', ['written', 'listed']),
    dueAt: moment(['written', 'listed', 'sorted', 'personal']),
    /** When the assignee is reminded, in the app and by mail. */
    remindAt: moment(['written', 'shown']),
    remindedAt: moment(['later']),
    createdBy: reference('members', ['listed']),
    isDemo: requiredOr(false, yesNo(['defaulted'])),
    createdAt: required(moment(['listed', 'sorted', 'personal', 'defaulted'])),
    updatedAt: required(moment(['shown', 'defaulted'])),
    doneAt: moment(['listed', 'personal', 'later']),
    doneBy: reference('members', ['shown', 'later']),
    deletedAt: moment(['personal', 'later']),
  },
})

export type StoredTask = Stored<typeof taskRecord.columns>
export type NewTask = New<typeof taskRecord.columns>
export type TaskChanges = Changes<typeof taskRecord.columns>
