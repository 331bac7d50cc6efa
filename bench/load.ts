import { Client } from 'undici'
import type { Request } from './bench.ts'

export interface Load {
  origin: string
  /** One connection for each, used by one session only. */
  cookies: readonly string[]
  next(): Request
  seconds: number
}

export interface Measured {
  requests: number
  seconds: number
  /** Milliseconds, in no order. */
  latencies: number[]
  bytes: number
}

/** Sends requests for some seconds, each connection the next one when it has its answer, and then stops. */
export async function sendLoad({ origin, cookies, next, seconds }: Load): Promise<Measured> {
  const clients = cookies.map(() => new Client(origin, { pipelining: 1 }))
  const started = performance.now()
  const until = started + seconds * 1000
  const latencies: number[] = []
  let bytes = 0
  await Promise.all(
    clients.map(async (client, index) => {
      const headers = { cookie: cookies[index]!, accept: 'application/json' }
      while (performance.now() < until) {
        const sent = performance.now()
        const length = await send(client, next(), headers)
        bytes += length
        latencies.push(performance.now() - sent)
      }
    }),
  )
  const took = (performance.now() - started) / 1000
  await Promise.all(clients.map(client => client.close()))
  return { requests: latencies.length, seconds: took, latencies, bytes }
}

/** The length of the answer; throws for any that is not a success. */
function send(
  client: Client,
  { method = 'GET', path, body }: Request,
  headers: Record<string, string>,
): Promise<number> {
  return new Promise((done, fail) => {
    let status = 0
    let bytes = 0
    let text = ''
    client.dispatch(
      {
        method,
        path,
        headers: body ? { ...headers, 'content-type': 'application/json' } : headers,
        body: body ?? null,
      },
      {
        onRequestStart() {},
        onResponseStart(_controller, statusCode) {
          status = statusCode
        },
        onResponseData(_controller, chunk) {
          bytes += chunk.length
          if (status >= 400) text += chunk.toString()
        },
        onResponseEnd() {
          if (status >= 400) fail(new Error(`${method} ${path} answered ${status}: ${text}`))
          else done(bytes)
        },
        onResponseError(_controller, error) {
          fail(error)
        },
      },
    )
  })
}

export function percentile(latencies: readonly number[], share: number): number {
  const sorted = latencies.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}
