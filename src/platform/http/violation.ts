import { AppError } from '../../kernel/errors.ts'

/**
 * The refusal for what the database's own constraints refused, or null for any other error: a reference to a record that
 * is not there (of another workspace, say), and two who changed the same at the same moment.
 */
export function toViolation(error: unknown): AppError | null {
  const { code, constraint = '', message = '' } = error as { code?: string; constraint?: string; message?: string }
  if (code === '23503' && message.startsWith('insert or update')) {
    const what = /_([a-z]+)_fkey$/.exec(constraint)?.[1] ?? 'record'
    return new AppError('unprocessable', `There is no such ${what}. Nothing was saved.`, {
      fields: [{ path: `${what}Id`, message: `There is no such ${what}.` }],
    })
  }
  if (code === '23505' || code === '40P01') {
    return new AppError(
      'conflict',
      'Someone else changed the same at the same moment. Nothing was saved; reload and try again.',
    )
  }
  return null
}
