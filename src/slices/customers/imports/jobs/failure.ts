import { AppError } from '../../../../kernel/errors.ts'
import { defineMessages, refusal, stored } from '../../../../kernel/messages.ts'
import type { App } from '../../../../platform/context.ts'

const words = defineMessages('imports.failure', {
  internal:
    'Something went wrong on our side. What was imported until then is kept: run the import again to go on, or undo it.',
})

/** What people are told of a failure; one of ours is logged. */
export function failureOf(app: App, error: unknown, context: object): string {
  if (error instanceof AppError) return typeof error.said === 'string' ? error.said : stored(error.said)
  app.log.error({ err: error, ...context }, 'an import failed')
  return refusal(words, 'internal')
}
