import { IconArrowBackUp, IconCheck, IconChecklist, IconPencil, IconTrash } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import type { EventRow, EventRows, ShownEvent } from '../../../../ui/screen/event-rows.ts'
import { useMembers } from '../../../workspace/members/web/public.tsx'
import type { TaskEvents } from '../events.ts'

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

function useCreated(event: ShownEvent): EventRow {
  const t = useMessages(messages)
  const format = useFormat()
  const members = useMembers()
  const { title, assigneeId, dueAt } = event.data as TaskEvents['task.created']
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

const states = {
  'task.completed': ['completed', IconCheck],
  'task.changed': ['changed', IconPencil],
  'task.reopened': ['reopened', IconArrowBackUp],
  'task.deleted': ['deleted', IconTrash],
  'task.restored': ['restored', IconArrowBackUp],
} as const

function useStateChange(event: ShownEvent): EventRow {
  const t = useMessages(messages)
  const [word, icon] = states[event.kind as keyof typeof states]
  const { title } = event.data as TaskEvents['task.completed']
  return { quiet: event.kind !== 'task.completed', icon, title: t(word, { title }), meta: event.actorName ?? undefined }
}

export const rows: EventRows = {
  'task.created': useCreated,
  ...Object.fromEntries(Object.keys(states).map(kind => [kind, useStateChange])),
}
