import { AppError } from '../../../../kernel/errors.ts'
import type { App } from '../../../../platform/context.ts'

/** What people are told of a failure; one of ours is logged. */
export function failureOf(app: App, error: unknown, context: object): string {
  if (error instanceof AppError) return error.message
  app.log.error({ err: error, ...context }, 'an import failed')
  return 'Something went wrong on our side. What was imported until then is kept: run the import again to go on, or undo it.'
}
