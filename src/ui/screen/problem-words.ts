import { defineMessages } from '../../kernel/messages.ts'
import type { ProblemError } from '../api/problem-error.ts'
import { useMessages } from '../i18n/i18n.tsx'

const messages = defineMessages('ui.problem', {
  offline: 'The server cannot be reached. Try again when you are back online.',
  internal: 'Something went wrong on our side. Try again.',
  unavailable: 'The server is busy right now. Try again in a moment.',
  unauthenticated: 'You are signed out. Sign in again.',
  nothingSaved: 'Nothing was saved.',
  tooMany: 'Too many requests. Wait a moment and try again.',
})

/** What to tell a person about a failed request: our own words for what is not about their input, else the server's. */
export function useProblemWords({ isReading = false } = {}): (problem: ProblemError) => string {
  const t = useMessages(messages)
  return ({ code, message }) => {
    if (code === 'offline' || code === 'internal' || code === 'unavailable' || code === 'unauthenticated')
      return isReading ? t(code) : `${t(code)} ${t('nothingSaved')}`
    if (code === 'too-many-requests') return t('tooMany')
    return message
  }
}
