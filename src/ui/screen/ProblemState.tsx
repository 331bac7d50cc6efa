import { defineMessages } from '../../kernel/messages.ts'
import type { ProblemError } from '../api/problem-error.ts'
import { useMessages } from '../i18n/i18n.tsx'
import { ErrorState } from '../layout/ErrorState.tsx'
import { useProblemWords } from './problem-words.ts'

const messages = defineMessages('ui.problem-state', {
  failed: 'This could not be shown',
  gone: 'Not here',
  forbidden: 'Not allowed',
})

/** A failed request in the place of what it should have brought. */
export function ProblemState({
  problem,
  onRetry,
  compact,
}: {
  problem: ProblemError
  onRetry?: () => void
  compact?: boolean
}) {
  const t = useMessages(messages)
  const words = useProblemWords({ isReading: true })
  const isFinal = problem.code === 'not-found' || problem.code === 'forbidden'
  return (
    <ErrorState
      title={problem.code === 'not-found' ? t('gone') : problem.code === 'forbidden' ? t('forbidden') : t('failed')}
      description={words(problem)}
      onRetry={isFinal ? undefined : onRetry}
      requestId={isFinal ? undefined : problem.requestId}
      compact={compact}
    />
  )
}
