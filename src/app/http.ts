import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { sql } from 'kysely'
import { AppError } from '../kernel/errors.ts'
import { defineMessages, say } from '../kernel/messages.ts'
import { authenticate } from '../platform/auth/authenticate.ts'
import type { App } from '../platform/context.ts'
import { metrics } from '../platform/http/metrics.ts'
import { openApi } from '../platform/http/openapi.ts'
import { sendProblem } from '../platform/http/problem.ts'
import { buildServer } from '../platform/http/server.ts'
import { permissions, records } from './compose.ts'
import { docsPage } from './docs-page.ts'
import { liveStream } from './live-stream.ts'
import { slices } from './slices.ts'

const words = defineMessages('app.http', {
  metricsToken: 'Send METRICS_TOKEN as a bearer token.',
  nothingHere: 'There is nothing at {path}.',
})

export const version = '0.1.0'
const webFolder = join(import.meta.dirname, '../../dist/web')

export const routes = slices.flatMap(slice => [
  ...(slice.routes ?? []),
  ...records.flatMap(kind => slice.recordRoutes?.(kind) ?? []),
])

export function openApiDocument(): object {
  return openApi(
    routes.map(route => route.endpoint),
    { version, permissions },
  )
}

/** The whole HTTP side: the API of all slices and what else they mount, its documentation, health, metrics, live updates and the web app. */
export async function createHttp(app: App): Promise<FastifyInstance> {
  const server = await buildServer({ app, routes, authenticate })
  const document = openApiDocument()
  server.get('/api/openapi.json', async () => document)
  server.get('/api/docs', async (_request, reply) => reply.type('text/html; charset=utf-8').send(docsPage(document)))
  server.get('/health/live', async () => ({ status: 'ok' }))
  server.get('/health/ready', async () => {
    await sql`select 1`.execute(app.db)
    return { status: 'ok' }
  })
  server.get('/metrics', async (request, reply) => {
    const token = app.config.metricsToken
    if (token !== null && request.headers.authorization !== `Bearer ${token}`)
      throw new AppError('unauthenticated', say(words, 'metricsToken'))
    return reply.type(metrics.contentType).send(await metrics.metrics())
  })
  liveStream(server, app)
  for (const slice of slices) await slice.mount?.(server, app)
  await serveWeb(server)
  return server
}

/** The built web app: files with a hash in their name for ever, every other address its first page. */
async function serveWeb(server: FastifyInstance): Promise<void> {
  const first = join(webFolder, 'index.html')
  const index = existsSync(first) ? await readFile(first) : null
  const sendIndex = (reply: FastifyReply) =>
    reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(index)
  if (index !== null) {
    await server.register(fastifyStatic, {
      root: webFolder,
      index: false,
      wildcard: false,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const isForEver = path.startsWith(join(webFolder, 'assets'))
        reply.header('cache-control', isForEver ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
    server.get('/', async (_request, reply) => sendIndex(reply))
  }
  server.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !/^\/(api|assets)\//.test(request.url)
    if (isPage && index !== null) return sendIndex(reply)
    return sendProblem(
      new AppError('not-found', say(words, 'nothingHere', { path: request.url.split('?')[0]! })),
      request,
      reply,
    )
  })
}
