import { useMemo } from 'react'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import type { RecordField } from '../../../../ui/record/record-field.ts'
import { companyReference } from '../../../customers/companies/web/public.tsx'
import { contactReference } from '../../../customers/contacts/web/public.tsx'
import { MemberLine, useMembers } from '../../../workspace/members/web/public.tsx'
import { changeTask, listTasks, type Task } from '../schema.ts'
import { Due } from './TaskLine.tsx'
import { parentOf } from './task-parent.ts'
import { TaskTick } from './TaskTick.tsx'
import { taskWords } from './task-words.ts'
import { webRecord } from '../../../../ui/record/web-record.ts'
import { recordHost } from '../../../workspace/views/web/public.tsx'
import { taskKind } from './task-kind.ts'

import classes from './use-task-fields.module.css'

/** The fields of a task; whose it is can be changed in the list, the rest in its dialog. */
export function useTaskFields(): readonly RecordField<Task>[] {
  const t = useMessages(taskWords)
  const members = useMembers()
  return useMemo<RecordField<Task>[]>(
    () => [
      {
        key: 'title',
        label: t('title'),
        type: 'text',
        isReadOnly: true,
        filterable: false,
        width: 360,
        phone: 'title',
        render: task => (
          <span className={classes.title} data-done={task.doneAt !== null || undefined}>
            <TaskTick task={task} />
            <span className={classes.text}>{task.title}</span>
          </span>
        ),
      },
      {
        key: 'dueAt',
        label: t('dueAt'),
        type: 'date',
        isInstant: true,
        isReadOnly: true,
        width: 130,
        sortable: true,
        phone: 'trailing',
        render: task => <Due task={task} />,
      },
      {
        ...contactReference.field('contactId', t('contactId')),
        operators: ['eq'],
        isReadOnly: true,
        width: 180,
        phone: 'meta',
        render: task => {
          const parent = parentOf(task)
          return (
            parent && (
              <Link href={parent.href} className={classes.link}>
                {parent.name}
              </Link>
            )
          )
        },
      },
      {
        ...members.field('assigneeId', t('assigneeId')),
        operators: ['in', 'ne', 'empty'],
        width: 160,
        render: task => <MemberLine id={task.assigneeId} />,
      },
      {
        key: 'createdAt',
        label: t('createdAt'),
        type: 'date',
        isInstant: true,
        operators: ['gte', 'lte'],
        isReadOnly: true,
        width: 120,
        sortable: true,
        isHidden: true,
      },
      { ...companyReference.field('companyId', t('companyId')), operators: ['eq'] },
    ],
    [t, members],
  )
}

export const taskRecord = webRecord<Task>(taskKind, {
  host: recordHost,
  endpoints: { list: listTasks, change: changeTask },
  defaultSort: 'dueAt',
  useFields: useTaskFields,
  titleOf: ({ title }) => title,
})
