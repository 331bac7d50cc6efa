import type { FastifyInstance } from 'fastify'
import type { App } from '../../../../platform/context.ts'
import { acceptForms } from '../../../../platform/http/form-body.ts'
import { answerConfirmation, showConfirmation } from './confirm-consent.ts'
import { answerPreferences, showPreferences } from './preferences.ts'
import { answerUnsubscribe, showUnsubscribe } from './unsubscribe.ts'

/** The pages for customers. None of them asks who one is: the signed link says it. */
export async function mount(server: FastifyInstance, app: App): Promise<void> {
  await server.register(async scope => {
    acceptForms(scope)
    for (const [url, show, answer] of [
      ['/preferences/:token', showPreferences, answerPreferences],
      ['/confirm-consent/:token', showConfirmation, answerConfirmation],
      ['/unsubscribe/:token', showUnsubscribe, answerUnsubscribe],
    ] as const) {
      scope.get(url, (request, reply) => show(app, request, reply))
      scope.post(url, (request, reply) => answer(app, request, reply))
    }
  })
}
