import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError } from '../../kernel/errors.ts'
import { defineText } from '../../kernel/messages.ts'
import type { Permission } from '../../kernel/permissions.ts'
import { can, forbidden, type App, type Ctx } from '../context.ts'
import { jsonIn } from '../languages.ts'
import { once } from './idempotency.ts'
import { invalidInput } from './problem.ts'
import { Raw, type Route } from './route.ts'
import { requireStorable } from './storable.ts'

const noKeys = defineText('platform.answer.noKeys', 'An API key cannot do this. Sign in as a person.')

/** Checks the permission, parses the input, runs the route and sends what it returns. */
export async function answer(
  route: Route,
  app: App,
  ctx: Ctx | null,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const { endpoint } = route
  reply.header('cache-control', 'private, no-cache')
  if (ctx !== null) requirePermission(ctx, endpoint.access)
  const input = {
    params: parse(endpoint.params, request.params, ''),
    query: parse(endpoint.query, request.query, ''),
    body: parse(endpoint.body, request.body, ''),
    request,
    reply,
  }
  const status = endpoint.status ?? (endpoint.response === undefined && endpoint.produces === undefined ? 204 : 200)
  const key = request.headers['idempotency-key']

  if (route.scope === 'instance') return send(await route.run(app, input), status, reply, null)
  const mayKeep = endpoint.consumes === undefined && !endpoint.holdsSecret
  if (typeof key === 'string' && request.method !== 'GET' && mayKeep) {
    const fingerprint = `${request.method} ${request.url} ${JSON.stringify(request.body ?? null)}`
    const stored = await once(ctx!, key, fingerprint, async inner => {
      const result = await route.run(inner, input)
      const raw = result instanceof Raw ? result.body : JSON.stringify(result ?? null)
      return { status: (result instanceof Raw ? result.status : undefined) ?? status, body: String(raw) }
    })
    if (stored.isReplay) reply.header('idempotency-replayed', 'true')
    if (stored.status === 204) return reply.status(204).send()
    return reply.status(stored.status).type(json).send(jsonIn(stored.body, ctx!.locale))
  }
  return send(await route.run(ctx!, input), status, reply, ctx!.locale)
}

const json = 'application/json; charset=utf-8'

function send(result: unknown, status: number, reply: FastifyReply, locale: string | null): unknown {
  if (reply.sent) return reply
  const worded = (body: string) => (locale === null ? body : jsonIn(body, locale))
  if (result instanceof Raw)
    return reply
      .status(result.status ?? (status === 204 ? 200 : status))
      .headers(result.headers)
      .type(result.mediaType)
      .send(result.mediaType === json && typeof result.body === 'string' ? worded(result.body) : result.body)
  if (result === undefined) return reply.status(status).send()
  return reply
    .status(status)
    .type(json)
    .send(worded(JSON.stringify(result)))
}

function requirePermission(ctx: Ctx, access: string): void {
  if (access === 'session' && ctx.actor.kind !== 'member') throw new AppError('forbidden', noKeys)
  if (access === 'workspace' || access === 'public' || access === 'session') return
  const permission = access as Permission
  if (!can(ctx, permission)) throw forbidden(permission, ctx.app.permissions.get(permission)!)
}

function parse(schema: z.ZodType | undefined, value: unknown, prefix: string): unknown {
  if (schema === undefined) return undefined
  requireStorable(value)
  const result = schema.safeParse(value)
  if (!result.success) throw invalidInput(result.error, prefix)
  return result.data
}
