import { IconArrowBackUp, IconCheck, IconChecklist, IconPencil, IconTrash } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { wordedRows } from '../../../../ui/screen/event-rows.ts'
import { useMembers } from '../../../workspace/members/web/public.tsx'
import { taskEvents } from '../events.ts'

const messages = defineMessages('tasks.rows', {
  created: 'Task: {title}',
  completed: 'Done: {title}',
  changed: 'Task changed: {title}',
  reopened: 'Reopened: {title}',
  deleted: 'Task deleted: {title}',
  restored: 'Task restored: {title}',
  due: 'due {date}',
  for: 'for {name}',
})

export const rows = wordedRows(taskEvents, messages, {
  created({ data: { title, assigneeId, dueAt }, actorName }, t, format) {
    const assignee = useMembers().nameOf(assigneeId)
    return {
      icon: IconChecklist,
      title: t('created', { title }),
      meta: [
        assignee && assignee !== actorName ? t('for', { name: assignee }) : actorName,
        dueAt && t('due', { date: format.date(dueAt) }),
      ],
    }
  },
  completed: ({ data: { title } }, t) => ({ quiet: false, icon: IconCheck, title: t('completed', { title }) }),
  changed: ({ data: { title } }, t) => ({ icon: IconPencil, title: t('changed', { title }) }),
  reopened: ({ data: { title } }, t) => ({ icon: IconArrowBackUp, title: t('reopened', { title }) }),
  deleted: ({ data: { title } }, t) => ({ icon: IconTrash, title: t('deleted', { title }) }),
  restored: ({ data: { title } }, t) => ({ icon: IconArrowBackUp, title: t('restored', { title }) }),
})
