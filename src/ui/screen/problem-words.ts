import { defineMessages } from '../../kernel/messages.ts'
import type { ProblemError } from '../api/problem-error.ts'
import { useMessages } from '../i18n/i18n.tsx'

const messages = defineMessages('ui.problem', {
  offline: 'The server cannot be reached. Nothing was saved; try again when you are back online.',
  internal: 'Something went wrong on our side. Nothing was saved; try again.',
  unavailable: 'The server is busy right now. Nothing was saved; try again in a moment.',
  unauthenticated: 'You are signed out. Sign in again; nothing was saved.',
  tooMany: 'Too many requests. Wait a moment and try again.',
})

/** What to tell a person about a failed request: our own words for what is not about their input, else the server's. */
export function useProblemWords(): (problem: ProblemError) => string {
  const t = useMessages(messages)
  return ({ code, message }) => {
    if (code === 'offline' || code === 'internal' || code === 'unavailable' || code === 'unauthenticated')
      return t(code)
    if (code === 'too-many-requests') return t('tooMany')
    return message
  }
}
