import { toastUndo } from '../../../../ui/feedback/toast.ts'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useChangeRecord } from '../../../../ui/record/use-change-record.ts'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import type { Task } from '../schema.ts'
import { putOn } from './due.ts'
import { webTask } from './task-record.tsx'
import { useComplete } from './use-complete.ts'

const messages = defineMessages('tasks.move-task', {
  moved: '{title}: due {day}.',
  undated: '{title}: due on no day.',
})

/** Puts a task on another day, or on none; shown at once, with a way back. */
export function useMoveTask(): (task: Task, day: string | null) => void {
  const t = useMessages(messages)
  const format = useFormat()
  const attempt = useAttempt()
  const change = useChangeRecord(webTask)
  const toggle = useComplete()
  return (task, day) => {
    const { id, title, dueAt, remindAt } = task
    if (task.doneAt !== null) toggle(task)
    const text = day === null ? t('undated', { title }) : t('moved', { title, day: format.day(day) })
    void attempt(change(id, putOn(task, day, new Date(), format.timeZone))).then(
      done => done && toastUndo(text, () => change(id, { dueAt, remindAt })),
    )
  }
}
