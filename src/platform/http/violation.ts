import { AppError, unsaved } from '../../kernel/errors.ts'
import { defineMessages, say } from '../../kernel/messages.ts'

const words = defineMessages('platform.violation', {
  missing: 'There is no such record.',
  changedAtOnce: 'Someone else changed the same at the same moment. Nothing was saved; reload and try again.',
})

/**
 * The refusal for what the database's own constraints refused, or null for any other error: a reference to a record that
 * is not there (of another workspace, say), and two who changed the same, or what the other refers to, at the same moment.
 */
export function toViolation(error: unknown): AppError | null {
  const { code, constraint = '', message = '' } = error as { code?: string; constraint?: string; message?: string }
  if (code === '23503' && message.startsWith('insert or update')) {
    const what = /_([a-z]+)_fkey$/.exec(constraint)?.[1] ?? 'record'
    return unsaved('unprocessable', `${what}Id`, say(words, 'missing'))
  }
  if (code === '23503' || code === '23505' || code === '40P01') {
    return new AppError('conflict', say(words, 'changedAtOnce'))
  }
  return null
}
