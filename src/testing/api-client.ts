import type { FastifyInstance } from 'fastify'
import type { Endpoint, Input, Output } from '../kernel/endpoint.ts'
import { apiPrefix } from '../platform/http/server.ts'

export interface Answer<Body> {
  status: number
  body: Body
  headers: Record<string, unknown>
}

type Of<E, Part extends 'params' | 'query' | 'body' | 'response'> =
  E extends Endpoint<infer P, infer Q, infer B, infer R> ? { params: P; query: Q; body: B; response: R }[Part] : never

type Given<E> = (Of<E, 'params'> extends undefined ? {} : { params: Input<Of<E, 'params'>> }) & {
  query?: Record<string, unknown>
  headers?: Record<string, string>
} & (Of<E, 'body'> extends undefined ? {} : { body: Input<Of<E, 'body'>> })

/** Speaks to the server as one caller, over the whole HTTP stack. */
export class ApiClient {
  readonly server: FastifyInstance
  readonly headers: Record<string, string>

  constructor(server: FastifyInstance, headers: Record<string, string> = {}) {
    this.server = server
    this.headers = headers
  }

  /** The same server, called with other headers: without any, as a stranger. */
  with(headers: Record<string, string>): ApiClient {
    return new ApiClient(this.server, headers)
  }

  /** Calls an endpoint, expects success, checks the answer against its declaration and returns the body. */
  async call<E extends Endpoint<any, any, any, any>>(endpoint: E, given: Given<E>): Promise<Output<Of<E, 'response'>>> {
    const answer = await this.try(endpoint, given)
    if (answer.status >= 400)
      throw new Error(`${endpoint.method} ${endpoint.path} answered ${answer.status}: ${JSON.stringify(answer.body)}`)
    if (endpoint.response) return endpoint.response.parse(answer.body)
    return answer.body as never
  }

  /** Calls an endpoint and returns whatever it answers. */
  try<E extends Endpoint<any, any, any, any>>(endpoint: E, given: Given<E>): Promise<Answer<any>> {
    const { params, query, body, headers } = given as {
      params?: Record<string, string>
      query?: Record<string, unknown>
      body?: unknown
      headers?: Record<string, string>
    }
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(params?.[key] ?? ''))
    const search = query
      ? '?' + new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)])).toString()
      : ''
    return this.request(endpoint.method, apiPrefix + path + search, body, headers)
  }

  async request(
    method: string,
    url: string,
    body?: unknown,
    headers: Record<string, string> = {},
    remoteAddress?: string,
  ): Promise<Answer<any>> {
    const isText = typeof body === 'string' || Buffer.isBuffer(body)
    const response = await this.server.inject({
      method: method as 'GET',
      url,
      ...(remoteAddress ? { remoteAddress } : {}),
      headers: {
        ...this.headers,
        ...(body !== undefined && !isText ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: isText ? body : JSON.stringify(body) }),
    })
    const isJson =
      String(response.headers['content-type'] ?? '').includes('json') &&
      !String(response.headers['content-type']).includes('ndjson')
    return {
      status: response.statusCode,
      body: isJson && response.body ? JSON.parse(response.body) : response.body,
      headers: response.headers,
    }
  }
}
