import type { AnyEndpoint } from './call.ts'

export type EndpointKey = readonly [
  tag: string,
  name: string,
  params: Record<string, string>,
  query: Record<string, unknown>,
]

/** Where an answer is kept: by the resource first, so that all of a resource can be refreshed at once. */
export function queryKeyOf(endpoint: AnyEndpoint, input: object): EndpointKey {
  const { params = {}, query = {} } = input as { params?: Record<string, string>; query?: Record<string, unknown> }
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  return [endpoint.tag, `${endpoint.method} ${endpoint.path}`, params, Object.fromEntries(given)]
}
