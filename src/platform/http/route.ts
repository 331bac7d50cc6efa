import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Endpoint, Output } from '../../kernel/endpoint.ts'
import type { App, Ctx } from '../context.ts'

type Schema = z.ZodType | undefined

export interface RouteInput<E> {
  params: E extends Endpoint<infer P, Schema, Schema, Schema> ? Output<P> : never
  query: E extends Endpoint<Schema, infer Q, Schema, Schema> ? Output<Q> : never
  body: E extends Endpoint<Schema, Schema, infer B, Schema> ? Output<B> : never
  request: FastifyRequest
  reply: FastifyReply
}

type Answer<E> =
  E extends Endpoint<Schema, Schema, Schema, infer R> ? (R extends z.ZodType ? z.input<R> | Raw : void | Raw) : never

/** An answer that is not turned into JSON: a file, a stream, or JSON that the database has already written. */
export class Raw {
  readonly body: unknown
  readonly mediaType: string
  readonly headers: Record<string, string>
  /** Instead of the endpoint's own status of success. */
  readonly status: number | undefined

  constructor(
    body: unknown,
    mediaType = 'application/json; charset=utf-8',
    headers: Record<string, string> = {},
    status?: number,
  ) {
    this.body = body
    this.mediaType = mediaType
    this.headers = headers
    this.status = status
  }
}

/** An endpoint with what answers it. Endpoints with access `public` or `session` get no workspace context. */
export type Route =
  | { endpoint: Endpoint; scope: 'workspace'; run(ctx: Ctx, input: any): Promise<unknown> }
  | { endpoint: Endpoint; scope: 'instance'; run(app: App, input: any): Promise<unknown> }

export function route<E extends Endpoint<any, any, any, any>>(
  endpoint: E,
  run: (ctx: Ctx, input: RouteInput<E>) => Promise<Answer<E>>,
): Route {
  return { endpoint, scope: 'workspace', run }
}

/** Runs a command on the record of the path and answers that record. */
export function commandRoute<E extends Endpoint<any, any, any, any>>(
  endpoint: E,
  command: (ctx: Ctx, id: string, body: RouteInput<E>['body']) => Promise<unknown>,
  get: (ctx: Ctx, id: string) => Promise<Answer<E>>,
): Route {
  return route(endpoint, async (ctx, { params, body }) => {
    await command(ctx, params.id, body)
    return get(ctx, params.id)
  })
}

/** Changes what there is only one of and answers it as it is now. */
export function settingsRoute<E extends Endpoint<any, any, any, any>>(
  endpoint: E,
  set: (ctx: Ctx, body: RouteInput<E>['body']) => Promise<unknown>,
  get: (ctx: Ctx) => Promise<Answer<E>>,
): Route {
  return route(endpoint, async (ctx, { body }) => {
    await set(ctx, body)
    return get(ctx)
  })
}

/** For endpoints that work without a workspace: sign-in, health, public links. */
export function instanceRoute<E extends Endpoint<any, any, any, any>>(
  endpoint: E,
  run: (app: App, input: RouteInput<E>) => Promise<Answer<E>>,
): Route {
  return { endpoint, scope: 'instance', run }
}
