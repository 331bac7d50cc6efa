import type { FastifyInstance } from 'fastify'
import { ApiClient, type Answer } from './api-client.ts'

/** A caller that keeps the cookies it is given, as a browser does. */
export class BrowserClient extends ApiClient {
  readonly cookies: Map<string, string>
  readonly address: string

  constructor(server: FastifyInstance, cookies: Iterable<[string, string]> = [], address = '203.0.113.7') {
    super(server, { 'user-agent': 'Test browser' })
    this.cookies = new Map(cookies)
    this.address = address
  }

  /** A second browser with the same cookies: what a thief has who copied them now. */
  copy(): BrowserClient {
    return new BrowserClient(this.server, this.cookies, this.address)
  }

  override async request(
    method: string,
    url: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<any>> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await super.request(method, url, body, { ...(cookie ? { cookie } : {}), ...headers }, this.address)
    for (const line of [answer.headers['set-cookie'] ?? []].flat() as string[]) {
      const [pair, ...attributes] = line.split(';')
      const equals = pair!.indexOf('=')
      const name = pair!.slice(0, equals)
      if (attributes.some(attribute => attribute.trim().toLowerCase() === 'max-age=0')) this.cookies.delete(name)
      else this.cookies.set(name, pair!.slice(equals + 1))
    }
    return answer
  }
}
