import type { z } from 'zod'
import type { Access } from './permissions.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

type Schema = z.ZodType | undefined

/**
 * One endpoint, declared once in its slice's `schema.ts`. The server's routes, the OpenAPI document and the web client
 * all read this value. Paths are below `/api/v1` and write parameters as `{id}`.
 */
export interface Endpoint<
  Params extends Schema = Schema,
  Query extends Schema = Schema,
  Body extends Schema = Schema,
  Response extends Schema = Schema,
> {
  method: Method
  path: `/${string}`
  access: Access
  summary: string
  /** Groups endpoints in the documentation; the resource's name, e.g. `contacts`. */
  tag: string
  params?: Params
  query?: Query
  body?: Body
  /** Absent: the answer is 204 or is not JSON (a file, a stream). */
  response?: Response
  /** Status of success; 200, or 201 for a POST that creates, or 204 without a response. */
  status?: number
  /** Media types of a request or response that is not JSON, for the documentation. */
  consumes?: string
  produces?: string
  /** Request or answer carries a password or key: nothing of the call is kept, so an Idempotency-Key has no effect. */
  holdsSecret?: boolean
}

export function endpoint<
  Params extends Schema = undefined,
  Query extends Schema = undefined,
  Body extends Schema = undefined,
  Response extends Schema = undefined,
>(declaration: Endpoint<Params, Query, Body, Response>): Endpoint<Params, Query, Body, Response> {
  return declaration
}

export type Input<S> = S extends z.ZodType ? z.input<S> : undefined
export type Output<S> = S extends z.ZodType ? z.output<S> : undefined
