import { AppError } from '../../../../kernel/errors.ts'
import type { App } from '../../../../platform/context.ts'

/** Failures of the connection and of shutting down pass: the job is tried again and goes on. */
export function isPassing(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  if (error instanceof AppError) return error.code === 'unavailable'
  return (
    /^(08|53|57)/.test(code) ||
    /ECONN|EPIPE|ETIMEDOUT|ENOENT/.test(code) ||
    /Connection terminated|timeout exceeded when trying to connect/.test(message)
  )
}

/** Two writers met: the batch is worked out again from what is there now. */
export function isClash(error: unknown): boolean {
  return /^(40|23505|23503)/.test((error as { code?: string }).code ?? '')
}

/** What people are told of a failure; one of ours is logged. */
export function failureOf(app: App, error: unknown, context: object): string {
  if (error instanceof AppError) return error.message
  app.log.error({ err: error, ...context }, 'an import failed')
  return 'Something went wrong on our side. What was imported until then is kept: run the import again to go on, or undo it.'
}
