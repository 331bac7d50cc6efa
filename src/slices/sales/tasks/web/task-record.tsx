import { changeTask, listTasks, type Task } from '../schema.ts'
import { Due } from './TaskLine.tsx'
import { TaskAbout } from './TaskAbout.tsx'
import { TaskTick } from './TaskTick.tsx'
import { taskWords } from './task-words.ts'
import { webRecord } from '../../../../ui/record/web-record.ts'
import { recordHost } from '../../../customers/fields/web/record-host.tsx'
import { taskRecord } from '../record.ts'
import { taskKind } from './task-kind.ts'

import classes from './use-task-fields.module.css'

/** Whose it is can be changed in the list, the rest in its dialog. */
export const webTask = webRecord<Task>(taskKind, {
  host: recordHost,
  definition: taskRecord,
  endpoints: { list: listTasks, change: changeTask },
  defaultSort: 'dueAt',
  words: taskWords,
  fields: [
    {
      key: 'title',
      isReadOnly: true,
      width: 360,
      phone: 'title',
      render: task => (
        <span className={classes.title} data-done={task.doneAt !== null || undefined}>
          <TaskTick task={task} />
          <span className={classes.text}>{task.title}</span>
        </span>
      ),
    },
    { key: 'dueAt', isReadOnly: true, width: 130, phone: 'trailing', render: task => <Due task={task} /> },
    {
      key: 'contactId',
      filterable: true,
      operators: ['eq'],
      isReadOnly: true,
      width: 180,
      phone: 'meta',
      render: task => <TaskAbout task={task} />,
    },
    { key: 'assigneeId', width: 160 },
    { key: 'createdAt', width: 120 },
    { key: 'companyId', filterable: true, operators: ['eq'] },
  ],
  titleOf: ({ title }) => title,
})
