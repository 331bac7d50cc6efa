import { AppError, type ErrorCode, type FieldError } from '../../kernel/errors.ts'
import type { Ctx } from '../context.ts'
import { problemIn } from '../http/problem.ts'

/** What became of one of many records that were saved. */
interface Saved {
  status: string
  id: string | null
  error: { code: string; message: string; fields?: FieldError[] } | null
}

/** A refusal as the result of the record that was refused, in the caller's language. Anything else is a bug, and thrown. */
export function failed({ locale }: Pick<Ctx, 'locale'>, error: unknown) {
  if (!(error instanceof AppError)) throw error
  return { status: 'failed' as const, id: null, error: problemIn(error, locale) }
}

/** The result of a call that saved one record; what refused it is thrown. */
export function onlySaved<Result extends Saved>([result]: Result[]): Result & { id: string } {
  const { id, error } = result!
  if (error) {
    const { code, message, ...details } = error
    throw new AppError(code as ErrorCode, message, details)
  }
  return { ...result!, id: id! }
}
