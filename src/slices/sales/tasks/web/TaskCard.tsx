import type { Task } from '../schema.ts'
import classes from './TaskCard.module.css'
import { Assignee, Due } from './TaskLine.tsx'
import { TaskAbout } from './TaskAbout.tsx'
import { TaskTick } from './TaskTick.tsx'

export interface TaskCardProps {
  task: Task
  /** Its column says the day; the time is enough. */
  isDayKnown: boolean
  onOpen: (task: Task) => void
}

/** A task on a board. */
export function TaskCard({ task, isDayKnown, onOpen }: TaskCardProps) {
  return (
    <div className={classes.card} data-done={task.doneAt !== null || undefined}>
      <TaskTick task={task} />
      <div className={classes.text}>
        <button type="button" className={classes.title} onClick={() => onOpen(task)}>
          {task.title}
        </button>
        <TaskAbout task={task} />
        <span className={classes.meta}>
          <Due task={task} isDayKnown={isDayKnown} />
          {task.assigneeName && <Assignee id={task.assigneeId} name={task.assigneeName} />}
        </span>
      </div>
    </div>
  )
}
