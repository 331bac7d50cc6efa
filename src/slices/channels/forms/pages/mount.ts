import type { FastifyInstance } from 'fastify'
import type { App } from '../../../../platform/context.ts'
import { acceptForms } from '../../../../platform/http/form-body.ts'
import { answerForm, showForm } from './form-page.ts'

/** The public pages of forms: one that stands alone and one for a frame on another site. */
export async function mount(server: FastifyInstance, app: App): Promise<void> {
  await server.register(async scope => {
    acceptForms(scope)
    for (const [url, isEmbedded] of [
      ['/f/:slug', false],
      ['/f/:slug/embed', true],
    ] as const) {
      scope.get(url, (request, reply) => showForm(app, request, reply, isEmbedded))
      scope.post(url, (request, reply) => answerForm(app, request, reply, isEmbedded))
    }
  })
}
