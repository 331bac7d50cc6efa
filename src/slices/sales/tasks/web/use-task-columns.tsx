import { useMemo } from 'react'
import type { Field } from '../../../../ui/fields/field.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import type { TableColumn } from '../../../../ui/table/table-types.ts'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import { companyField } from '../../../customers/companies/web/public.tsx'
import { resolveContacts, searchContacts } from '../../../customers/contacts/web/public.tsx'
import { MemberLine, useMembers } from '../../../workspace/members/web/public.tsx'
import type { Task } from '../schema.ts'
import classes from './use-task-columns.module.css'
import { Due } from './TaskLine.tsx'
import { TaskTick } from './TaskTick.tsx'
import { taskWords } from './task-words.ts'

export function useTaskColumns(): readonly TableColumn<Task>[] {
  const t = useMessages(taskWords)
  return useMemo(
    () => [
      {
        key: 'title',
        label: t('title'),
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
        width: 130,
        sortable: true,
        phone: 'trailing',
        render: task => <Due task={task} />,
      },
      {
        key: 'contactId',
        label: t('contactId'),
        width: 180,
        phone: 'meta',
        render: task =>
          task.contactId ? (
            <Link href={`/contacts/${task.contactId}`} className={classes.link}>
              {task.contactName}
            </Link>
          ) : (
            task.companyId && (
              <Link href={`/companies/${task.companyId}`} className={classes.link}>
                {task.companyName}
              </Link>
            )
          ),
      },
      {
        key: 'assigneeId',
        label: t('assigneeId'),
        width: 160,
        phone: 'hidden',
        render: task => <MemberLine id={task.assigneeId} />,
      },
      {
        key: 'createdAt',
        label: t('createdAt'),
        width: 120,
        sortable: true,
        phone: 'hidden',
        render: task => <RelativeTime at={task.createdAt} />,
      },
    ],
    [t],
  )
}

export function useTaskFilters(): readonly Field[] {
  const t = useMessages(taskWords)
  const members = useMembers()
  return useMemo(
    () => [
      { ...members.field('assigneeId', t('assigneeId')), operators: ['in', 'ne', 'empty'] },
      { key: 'dueAt', label: t('dueAt'), type: 'date', isInstant: true },
      {
        key: 'contactId',
        label: t('contactId'),
        type: 'contact',
        operators: ['eq'],
        search: searchContacts,
        resolve: resolveContacts,
      },
      { ...companyField('companyId', t('companyId')), operators: ['eq'] },
      { key: 'createdAt', label: t('createdAt'), type: 'date', isInstant: true, operators: ['gte', 'lte'] },
    ],
    [t, members],
  )
}
