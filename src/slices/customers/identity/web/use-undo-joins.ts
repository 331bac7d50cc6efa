import { defineMessages } from '../../../../kernel/messages.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import { useUndoing } from '../../merges/web/use-undoing.ts'

const messages = defineMessages('identity.use-undo-joins', {
  undone: '{count, plural, one {# join undone.} other {# joins undone.}}',
})

/** Takes back what was joined by itself since a time, in the background. */
export function useUndoJoins() {
  const t = useMessages(messages)
  const attempt = useAttempt()
  const { start, isBusy } = useUndoing(({ status, done }) => status === 'done' && toast(t('undone', { count: done })))
  return { undo: (since: string) => attempt(start({ body: { how: 'automatic', since } })), isUndoing: isBusy }
}
