import { IconArrowBackUp, IconCheck, IconChecklist, IconPencil, IconTrash } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { rowsOf, type EventRow, type ShownOf } from '../../../../ui/screen/event-rows.ts'
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

function useCreated(event: ShownOf<typeof taskEvents.created>): EventRow {
  const t = useMessages(messages)
  const format = useFormat()
  const members = useMembers()
  const { title, assigneeId, dueAt } = event.data
  const assignee = members.nameOf(assigneeId)
  const meta = [
    assignee && assignee !== event.actorName ? t('for', { name: assignee }) : event.actorName,
    dueAt && t('due', { date: format.date(dueAt) }),
  ]
  return {
    quiet: true,
    icon: IconChecklist,
    title: t('created', { title }),
    meta: meta.filter(Boolean).join(' · ') || undefined,
  }
}

const icons = {
  completed: IconCheck,
  changed: IconPencil,
  reopened: IconArrowBackUp,
  deleted: IconTrash,
  restored: IconArrowBackUp,
}

/** The row of what happened to a task that is there. */
function turned(key: keyof typeof icons) {
  return function useTurned({ data, actorName }: ShownOf<(typeof taskEvents)[typeof key]>): EventRow {
    const t = useMessages(messages)
    const title = t(key, { title: data.title })
    return { quiet: key !== 'completed', icon: icons[key], title, meta: actorName ?? undefined }
  }
}

export const rows = rowsOf(taskEvents, {
  created: useCreated,
  completed: turned('completed'),
  changed: turned('changed'),
  reopened: turned('reopened'),
  deleted: turned('deleted'),
  restored: turned('restored'),
})
