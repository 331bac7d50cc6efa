import compress from '@fastify/compress'
import etag from '@fastify/etag'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify'
import { AppError } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { defineMessages, say } from '../../kernel/messages.ts'
import type { App, Ctx } from '../context.ts'
import { acceptedLanguage } from '../languages.ts'
import { answer } from './answer.ts'
import type { Authentication } from './authentication.ts'
import { countRequest } from './metrics.ts'
import { sendProblem } from './problem.ts'
import { rememberReader } from './reader.ts'
import type { Route } from './route.ts'
import { contentSecurityPolicy, refuseCrossSite, truncateAddress } from './security.ts'

const words = defineMessages('platform.server', {
  tooMany: 'Too many requests from your address. Try again in {after}.',
  signInOrKey: 'Sign in, or send an API key as a bearer token.',
})

export interface ServerOptions {
  app: App
  routes: Route[]
  authenticate(app: App, request: FastifyRequest): Promise<Authentication | null>
}

export const apiPrefix = '/api/v1'

/** The HTTP server with all `routes` below `/api/v1`; not yet listening. */
export async function buildServer({ app, routes, authenticate }: ServerOptions): Promise<FastifyInstance> {
  const { config } = app
  const hops = config.trustProxy
  const server = Fastify({
    loggerInstance: app.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId(),
    trustProxy: typeof hops === 'number' ? (_address, hop) => hop < hops : hops,
    bodyLimit: 5 * 1024 * 1024,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: sendProblem,
  })
  server.removeContentTypeParser('text/plain')
  server.setErrorHandler(sendProblem)
  const headers = await securityHeaders(config.origin)
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header('x-request-id', request.id)
    done()
  })
  let isClosing = false
  server.addHook('preClose', done => {
    isClosing = true
    done()
  })
  server.addHook('onResponse', (request, reply, done) => {
    countRequest(request, reply)
    // A connection kept alive after its last answer would hold the stop up for a minute.
    if (isClosing) setImmediate(() => server.server.closeIdleConnections())
    done()
  })

  await server.register(compress, { threshold: 2048, encodings: ['br', 'gzip'], brotliOptions: { params: { 1: 4 } } })
  await server.register(etag)
  await server.register(multipart, {
    limits: { fileSize: 1024 ** 3, files: 1, fields: 20, fieldSize: 64 * 1024 },
    throwFileSizeLimit: true,
  })
  if (config.requestsPerMinute > 0) {
    await server.register(rateLimit, {
      max: config.requestsPerMinute,
      timeWindow: 60_000,
      errorResponseBuilder: (_request, { after }) =>
        new AppError('too-many-requests', say(words, 'tooMany', { after })),
    })
  }

  for (const route of routes) {
    const { method, path } = route.endpoint
    server.route({
      method,
      url: apiPrefix + path.replaceAll(/\{(\w+)\}/g, ':$1'),
      exposeHeadRoute: false,
      // Before the body is looked at: a form's text/plain is refused for where it comes from, not for what it is.
      onRequest: async request => refuseCrossSite(request, config.origin),
      handler: async (request, reply) => {
        if (route.scope === 'instance') return answer(route, app, null, request, reply)
        const known = await authenticate(app, request)
        if (known === null) throw new AppError('unauthenticated', say(words, 'signInOrKey'))
        return answer(route, app, contextOf(app, known, request), request, reply)
      },
    })
  }
  return server
}

/** The headers that helmet gives every answer. They never differ, so they are worked out once. */
async function securityHeaders(origin: string): Promise<Record<string, string>> {
  const model = Fastify()
  await model.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: origin.startsWith('https:') ? undefined : false,
    referrerPolicy: { policy: 'same-origin' },
  })
  model.get('/', async () => '')
  const answer = await model.inject('/')
  await model.close()
  const ownHeaders = new Set(['content-type', 'content-length', 'date', 'connection'])
  return Object.fromEntries(
    Object.entries(answer.headers).flatMap(([name, value]) => (ownHeaders.has(name) ? [] : [[name, String(value)]])),
  )
}

function contextOf(app: App, known: Authentication, request: FastifyRequest): Ctx {
  const { actor, workspace } = known
  const locale = actor.locale ?? acceptedLanguage(request.headers['accept-language']) ?? workspace.locale
  rememberReader(request, locale)
  return {
    app,
    db: app.db,
    workspaceId: known.workspaceId,
    workspace,
    actor,
    locale,
    requestId: request.id,
    address: truncateAddress(request.ip),
    now: () => app.clock.now(),
  }
}
