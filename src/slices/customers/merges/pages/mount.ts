import type { FastifyInstance } from 'fastify'
import type { App } from '../../../../platform/context.ts'
import { acceptForms } from '../../../../platform/http/form-body.ts'
import { answerClaim, showClaim } from './claim-page.ts'

/** The page on which a customer confirms an address. It does not ask who one is: the signed link says it. */
export async function mount(server: FastifyInstance, app: App): Promise<void> {
  await server.register(async scope => {
    acceptForms(scope)
    scope.get('/claims/:token', (request, reply) => showClaim(app, request, reply))
    scope.post('/claims/:token', (request, reply) => answerClaim(app, request, reply))
  })
}
