import type { Cache } from '../../../../ui/api/cache.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { toastUndo } from '../../../../ui/feedback/toast.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { completeTask, reopenTask, type Task } from '../schema.ts'
import { taskWords } from './task-words.ts'

/** Ticks a task off, or takes the tick away; shown at once, with a way back. */
export function useComplete(): (task: Task) => void {
  const t = useMessages(taskWords)
  const mark = (doneAt: string | null) => ({
    optimistic: (cache: Cache, { params }: { params: { id: string } }) =>
      cache.patch('tasks', [params.id], task => ({ ...task, doneAt })),
  })
  const complete = useCommand(completeTask, mark(new Date().toISOString()))
  const reopen = useCommand(reopenTask, mark(null))
  return ({ id, title, doneAt }) => {
    const params = { id }
    if (doneAt !== null) return void reopen.attempt({ params })
    void complete.attempt({ params }, () => toastUndo(t('completed', { title }), () => reopen.run({ params })))
  }
}
