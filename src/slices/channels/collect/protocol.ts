import { gunzip } from 'node:zlib'
import { promisify } from 'node:util'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isbot } from 'isbot'
import { AppError } from '../../../kernel/errors.ts'
import { defineMessages, say, stored } from '../../../kernel/messages.ts'
import type { App } from '../../../platform/context.ts'
import { keepRejections } from './commit.ts'
import { gather } from './gather.ts'
import { findHolder, type KeyHolder } from './keys.ts'
import { dateOf, isObject, messageTypes, readMessage, Unusable, type Json, type MessageType } from './message.ts'
import type { Received, Rejected } from './received.ts'
import { mostBatchBytes } from './schema.ts'

const words = defineMessages('collect.protocol', {
  unknownWriteKey: 'There is no source with this write key.',
  sendJson: 'Send events as JSON.',
  largeBatch: 'The batch is larger than 500 KB. Send less at a time.',
  notGzip: 'The body is not gzip.',
  notObject: 'The body is not a JSON object.',
  copyWriteKey: 'There is no source with this write key. Copy it from Settings, Sources.',
  siteNotAllowed: 'This site may not send to this source. Add its address in Settings, Sources.',
  noBatch: 'A batch needs a list of events: batch.',
  deep: 'An event that is nested too deep to be shown.',
  manyEvents: 'Send at most {mostInBatch} events at a time.',
})

/** The addresses of Segment's HTTP tracking API, each type by its first letter too; null: the body is a batch. */
const addresses: readonly (readonly [string, MessageType | null])[] = [
  ...['batch', 'import', 'b'].map(address => [address, null] as const),
  ...messageTypes.flatMap(type => [type, type[0]!].map(address => [address, type] as const)),
]
const mostInBatch = 2500
const unzip = promisify(gunzip)

/** Segment's HTTP tracking API: what its clients for sites, apps and servers speak. */
export async function mountProtocol(server: FastifyInstance, app: App): Promise<void> {
  const { requestsPerMinute } = app.config
  await server.register(async scope => {
    scope.removeAllContentTypeParsers()
    // Beacons come as text/plain, others without any type; what it is, the parser finds.
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: mostBatchBytes }, (_request, body, done) =>
      done(null, body),
    )
    scope.addHook('onRequest', async (_request, reply) => void allowBrowsers(reply))
    // A shop's server speaks for all of its visitors: it may send far more than a person clicks.
    const config = { rateLimit: { max: requestsPerMinute * 20, timeWindow: 60_000 } }
    for (const [address, type] of addresses) {
      scope.post(`/v1/${address}`, { config }, (request, reply) => take(app, type, request, reply))
    }
    scope.options('/v1/*', { config }, async (_request, reply) =>
      reply
        .status(204)
        .header('access-control-allow-methods', 'GET, POST')
        .header('access-control-allow-headers', 'authorization, content-type, content-encoding, x-retry-count')
        .header('access-control-max-age', '86400')
        .send(),
    )
    scope.get('/v1/projects/:key/settings', { config }, async (request, reply) => {
      const { key } = request.params as { key: string }
      const holder = await findHolder(app.db, key)
      if (!holder) throw new AppError('not-found', say(words, 'unknownWriteKey'))
      return reply.header('cache-control', 'public, max-age=300').send(settingsOf(request, key))
    })
  })
}

function allowBrowsers(reply: FastifyReply): void {
  reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin')
}

/** What the browser client asks for first: to send everything here, and nothing elsewhere. */
function settingsOf(request: FastifyRequest, key: string): object {
  return {
    integrations: {
      'Segment.io': {
        apiKey: key,
        apiHost: `${request.host}/v1`,
        protocol: request.protocol,
        deliveryStrategy: { strategy: 'standard' },
      },
    },
    plan: { track: { __default: { enabled: true, integrations: {} } } },
    metrics: { sampleRate: 0 },
    edgeFunction: {},
    analyticsNextEnabled: true,
    enabledMiddleware: {},
  }
}

async function take(
  app: App,
  type: MessageType | null,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const body = await bodyOf(request)
  const holder = await holderOf(app, request, body)
  requireAllowed(holder, request)
  const done = () => reply.send('{"success":true}')
  reply.type('application/json; charset=utf-8')
  if (!holder.isEnabled || (holder.kind === 'web' && isCrawler(request))) return done()
  const { received, rejected } = read(app, holder, type, body, saysNo(request))
  if (rejected.length > 0) await keepRejections(app, holder.workspaceId, rejected)
  if (received.length > 0) await gather(app, holder.workspaceId, received)
  return done()
}

async function bodyOf(request: FastifyRequest): Promise<Json> {
  let bytes = request.body as Buffer | undefined
  if (!bytes || bytes.length === 0) throw new AppError('invalid', say(words, 'sendJson'))
  // What says that it is gzip has been unpacked on the way; some clients do not say.
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      bytes = await unzip(bytes, { maxOutputLength: mostBatchBytes })
    } catch (error) {
      if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE')
        throw new AppError('too-large', say(words, 'largeBatch'))
      throw new AppError('invalid', say(words, 'notGzip'))
    }
  }
  try {
    const body: unknown = JSON.parse(bytes.toString('utf8'))
    if (isObject(body)) return body
  } catch {
    // Said below.
  }
  throw new AppError('invalid', say(words, 'notObject'))
}

/** The write key stands in the Authorization header (`key:` as Basic), or in the body. */
async function holderOf(app: App, request: FastifyRequest, body: Json): Promise<KeyHolder> {
  const [scheme, value = ''] = (request.headers.authorization ?? '').split(' ')
  const basic = scheme?.toLowerCase() === 'basic' ? Buffer.from(value, 'base64').toString('utf8').split(':')[0]! : ''
  const key = basic || (typeof body['writeKey'] === 'string' ? body['writeKey'] : '')
  const holder = key === '' || key.length > 100 || key.includes('\0') ? null : await findHolder(app.db, key)
  if (holder) return holder
  throw new AppError('unauthenticated', say(words, 'copyWriteKey'))
}

function requireAllowed(holder: KeyHolder, request: FastifyRequest): void {
  const { origin } = request.headers
  if (origin === undefined || holder.allowedOrigins.length === 0 || holder.allowedOrigins.includes(origin)) return
  throw new AppError('forbidden', say(words, 'siteNotAllowed'))
}

/** A robot that runs the pages of a site as a browser does. A program that only sends is somebody's server. */
function isCrawler(request: FastifyRequest): boolean {
  const agent = request.headers['user-agent'] ?? ''
  return agent.startsWith('Mozilla/') && isbot(agent)
}

/** Global Privacy Control, or Do Not Track: the visitor's browser says no unless the site knows of a yes. */
function saysNo(request: FastifyRequest): boolean {
  return request.headers['sec-gpc'] === '1' || request.headers['dnt'] === '1'
}

function read(
  app: App,
  source: KeyHolder,
  type: MessageType | null,
  body: Json,
  isRefused: boolean,
): { received: Received[]; rejected: Rejected[] } {
  const now = app.clock.now()
  const isBatch = type === null
  const batch = isBatch ? body['batch'] : [body]
  if (!Array.isArray(batch)) throw new AppError('invalid', say(words, 'noBatch'))
  if (batch.length > mostInBatch) throw new AppError('too-large', say(words, 'manyEvents', { mostInBatch }))
  const sentAt = isBatch ? dateOf(body['sentAt']) : null
  const shared = isBatch && isObject(body['context']) ? body['context'] : null
  const received: Received[] = []
  const rejected: Rejected[] = []
  for (const sent of batch) {
    try {
      const event =
        shared && isObject(sent)
          ? { ...sent, context: { ...shared, ...(isObject(sent['context']) ? sent['context'] : {}) } }
          : sent
      const message = readMessage(withoutKey(event), type, sentAt, now)
      const isTracked = message.consent ?? (!isRefused && source.consentMode === 'always')
      // Who someone is is not asked without consent; that something was looked at may be counted.
      if (!isTracked && (message.type === 'identify' || message.type === 'group' || message.type === 'alias')) continue
      received.push({ source, message, isTracked })
    } catch (error) {
      if (!(error instanceof Unusable)) throw error
      rejected.push({ source, reason: stored(error.said), body: excerptOf(sent) })
    }
  }
  return { received, rejected }
}

function withoutKey(event: unknown): unknown {
  if (!isObject(event) || !('writeKey' in event)) return event
  const { writeKey: _, ...rest } = event
  return rest
}

function excerptOf(sent: unknown): string {
  try {
    return JSON.stringify(sent) ?? 'nothing'
  } catch {
    return stored(say(words, 'deep'))
  }
}
