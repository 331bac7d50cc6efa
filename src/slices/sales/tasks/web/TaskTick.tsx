import { IconCheck } from '@tabler/icons-react'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import type { Task } from '../schema.ts'
import classes from './TaskTick.module.css'
import { taskWords } from './task-words.ts'
import { useComplete } from './use-complete.ts'

/** The circle that is ticked when a task is done. */
export function TaskTick({ task }: { task: Task }) {
  const t = useMessages(taskWords)
  const toggle = useComplete()
  const done = task.doneAt !== null
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={done}
      aria-label={`${done ? t('reopen') : t('complete')}: ${task.title}`}
      className={classes.tick}
      disabled={!useCan()('tasks:write')}
      onClick={event => {
        event.stopPropagation()
        toggle(task)
      }}
    >
      <IconCheck size={12} stroke={2.6} aria-hidden />
    </button>
  )
}
