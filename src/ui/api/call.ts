import type { z } from 'zod'
import type { Endpoint } from '../../kernel/endpoint.ts'
import { newId } from '../../kernel/ids.ts'
import { offline, ProblemError, readProblem } from './problem-error.ts'

type Schema = z.ZodType | undefined
export type AnyEndpoint = Endpoint<any, any, any, any>

type Part<Name extends string, S> = S extends z.ZodType
  ? {} extends z.input<S>
    ? { [key in Name]?: z.input<S> }
    : { [key in Name]: z.input<S> }
  : {}

/** What a call of an endpoint sends: `params`, `query` and `body`, each only if it has them. */
export type CallInput<E> =
  E extends Endpoint<infer P, infer Q, infer B, Schema> ? Part<'params', P> & Part<'query', Q> & Part<'body', B> : never

export type Answer<E> =
  E extends Endpoint<Schema, Schema, Schema, infer R> ? (R extends z.ZodType ? z.output<R> : void) : never

interface LooseInput {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
}

const apiPrefix = '/api/v1'

/** The address of an endpoint, e.g. for a download. Absent and null parts of the query are left out. */
export function addressOf<E extends AnyEndpoint>(endpoint: E, input: CallInput<E>): string {
  const { params = {}, query = {} } = input as LooseInput
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    for (const part of Array.isArray(value) ? value : [value])
      if (part !== undefined && part !== null && part !== '') search.append(key, String(part))
  }
  const text = search.toString()
  return `${apiPrefix}${path}${text && `?${text}`}`
}

/** Calls an endpoint as its slice declares it. Throws a `ProblemError` for everything that is not success. */
export async function call<E extends AnyEndpoint>(
  endpoint: E,
  input: CallInput<E>,
  signal?: AbortSignal,
): Promise<Answer<E>> {
  const { body } = input as LooseInput
  const isForm = body instanceof FormData
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-language': document.documentElement.lang,
  }
  if (body !== undefined && !isForm) headers['content-type'] = 'application/json'
  // The key makes a repeat after a lost answer harmless.
  const mayRepeat = endpoint.method === 'POST' && endpoint.access !== 'public' && !endpoint.holdsSecret && !isForm
  if (mayRepeat) headers['idempotency-key'] = newId()
  const request: RequestInit = {
    method: endpoint.method,
    headers,
    body: body === undefined ? undefined : isForm ? body : JSON.stringify(body),
    credentials: 'same-origin',
    signal,
  }
  const response = await send(addressOf(endpoint, input), request, 'idempotency-key' in headers ? 2 : 0)
  if (!response.ok) throw readProblem(response.status, response.statusText, await response.text())
  if (endpoint.response === undefined) return null as Answer<E>
  return (await response.json()) as Answer<E>
}

async function send(address: string, request: RequestInit, repeats: number): Promise<Response> {
  try {
    return await fetch(address, request)
  } catch (error) {
    if (request.signal?.aborted) throw error
    if (repeats === 0) throw offline()
    await new Promise(done => setTimeout(done, 700))
    return send(address, request, repeats - 1)
  }
}

export function isRefusal(error: unknown): boolean {
  return error instanceof ProblemError && error.status >= 400 && error.status < 500 && error.status !== 429
}
