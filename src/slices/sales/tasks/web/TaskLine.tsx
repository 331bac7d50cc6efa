import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { StatusChip } from '../../../../ui/values/StatusChip.tsx'
import { Avatar } from '../../../../ui/values/Avatar.tsx'
import { useMembers } from '../../../workspace/members/web/public.tsx'
import type { Task } from '../schema.ts'
import { dueGroup } from './due.ts'
import { TaskAbout } from './TaskAbout.tsx'
import { TaskTick } from './TaskTick.tsx'
import classes from './TaskLine.module.css'
import { taskWords } from './task-words.ts'

export interface TaskLineProps {
  task: Task
  /** The record on whose page it stands: two lines, since there is little room, without whom it is about, which is plain. */
  within?: string
  /** Whose it is, when not only one's own are shown. */
  showsAssignee?: boolean
  onOpen: (task: Task) => void
}

/** A task in one line: tick, what, about whom, until when. */
export function TaskLine({ task, within, showsAssignee, onOpen }: TaskLineProps) {
  return (
    <li
      className={classes.line}
      data-done={task.doneAt !== null || undefined}
      data-narrow={within !== undefined || undefined}
    >
      <TaskTick task={task} />
      <div className={classes.text}>
        <button type="button" className={classes.title} onClick={() => onOpen(task)}>
          {task.title}
        </button>
        <TaskAbout task={task} within={within} />
      </div>
      <span className={classes.meta}>
        <Due task={task} />
        {showsAssignee && task.assigneeName && <Assignee id={task.assigneeId} name={task.assigneeName} />}
      </span>
    </li>
  )
}

/** Whose it is, as a picture. */
export function Assignee({ id, name }: { id: string | null; name: string }) {
  return (
    <span title={name} className={classes.assignee}>
      <span className="visually-hidden">{name}</span>
      <Avatar name={name} src={useMembers().pictureOf(id)} size={20} />
    </span>
  )
}

/** Until when: amber once it is late. */
export function Due({ task, isDayKnown = false }: { task: Task; isDayKnown?: boolean }) {
  const t = useMessages(taskWords)
  const format = useFormat()
  if (task.dueAt === null) return null
  const now = new Date()
  const group = dueGroup(task, now, format.dayKey)
  const text =
    group === 'today' || isDayKnown
      ? format.time(task.dueAt)
      : group === 'overdue' || group === 'week'
        ? format.relative(task.dueAt, now)
        : format.date(task.dueAt)
  const title = `${t('dueAt')}: ${format.fullDateTime(task.dueAt)}`
  return (
    <span className={classes.due} title={title}>
      {group === 'overdue' && task.doneAt === null ? <StatusChip tone="due">{text}</StatusChip> : text}
    </span>
  )
}
