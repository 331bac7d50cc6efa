import type { z } from 'zod'
import { byId } from './ids.ts'
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

type Shapes<P extends Schema, Q extends Schema, B extends Schema, R extends Schema> = Omit<
  Endpoint<P, Q, B, R>,
  'method' | 'path' | 'access' | 'summary' | 'tag'
> & { access?: Access }
type ParamsIn<Path> = Path extends `${string}{id}${string}` ? typeof byId : undefined

/**
 * Makers of the endpoints of one resource, by method. What reads and what writes has the access given here; an endpoint
 * with another says so. An `{id}` in the path is a parameter that need not be declared.
 */
export function endpointsOf(tag: string, usualAccess: Access | { read: Access; write: Access }) {
  const { read, write } = typeof usualAccess === 'string' ? { read: usualAccess, write: usualAccess } : usualAccess
  const maker =
    (method: Method, status?: number) =>
    <
      const Path extends `/${string}`,
      P extends Schema = ParamsIn<Path>,
      Q extends Schema = undefined,
      B extends Schema = undefined,
      R extends Schema = undefined,
    >(
      path: Path,
      summary: string,
      shapes: Shapes<P, Q, B, R> = {},
    ): Endpoint<P, Q, B, R> => {
      const usual = {
        ...(path.includes('{id}') ? { params: byId as unknown as P } : {}),
        ...(status ? { status } : {}),
      }
      const access = method === 'GET' ? read : write
      return { method, path, access, tag, summary, ...usual, ...shapes }
    }
  return {
    get: maker('GET'),
    post: maker('POST'),
    /** A POST that creates. */
    create: maker('POST', 201),
    put: maker('PUT'),
    patch: maker('PATCH'),
    remove: maker('DELETE'),
  }
}

export type Input<S> = S extends z.ZodType ? z.input<S> : undefined
export type Output<S> = S extends z.ZodType ? z.output<S> : undefined
