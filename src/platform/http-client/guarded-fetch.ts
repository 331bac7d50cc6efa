import { ReadableStream } from 'node:stream/web'
import { fetch, Headers, Response, type RequestInit } from 'undici'
import { AppError } from '../../kernel/errors.ts'
import { defineMessages, say } from '../../kernel/messages.ts'
import { guardedAgent } from './guarded-agent.ts'
import type { OutgoingRules } from './outgoing-rules.ts'
import { redirectedRequest } from './redirect.ts'

const words = defineMessages('platform.guarded-fetch', {
  noAnswer: '{host} did not answer within {seconds} s.',
  manyRedirects: '{host} redirects more than {maxRedirects} times.',
  badAddress: 'Use an address that starts with https:// or http:// and holds no user name or password.',
  longAnswer: '{host} answered with more than {maxBytes} bytes.',
  unreachable: '{host} could not be reached ({reason}).',
})

export interface FetchLimits {
  rules: OutgoingRules
  /** For the whole exchange, to the last byte of the answer. */
  timeoutMs?: number
  /** Of the answer's body, after decompression. */
  maxBytes?: number
  maxRedirects?: number
}

/**
 * `fetch` for every call that leaves the instance: only http and https, only to addresses that `rules` permit, with an
 * answer of bounded size in bounded time. Redirects are answers unless `maxRedirects` says otherwise.
 */
export async function guardedFetch(url: string | URL, init: RequestInit, limits: FetchLimits): Promise<Response> {
  const { rules, timeoutMs = 10_000, maxBytes = 1_000_000, maxRedirects = 0 } = limits
  let request = { url: parseUrl(url), init: { ...init, headers: withUserAgent(init) } as RequestInit }
  const deadline = new AbortController()
  const timer = setTimeout(() => {
    deadline.abort(
      new AppError('unavailable', say(words, 'noAnswer', { host: request.url.host, seconds: timeoutMs / 1000 })),
    )
  }, timeoutMs)
  timer.unref()
  const signal = init.signal ? AbortSignal.any([init.signal, deadline.signal]) : deadline.signal
  const dispatcher = guardedAgent(rules)
  const ended = () => clearTimeout(timer)
  const failed = (error: unknown) => {
    ended()
    return init.signal?.aborted ? init.signal.reason : described(error, request.url.host)
  }
  try {
    for (let redirects = 0; ; redirects++) {
      const response = await fetch(request.url, { ...request.init, dispatcher, signal, redirect: 'manual' })
      const next = maxRedirects > 0 ? redirectedRequest(request.url, request.init, response) : null
      if (!next) return bounded(response, request.url.host, maxBytes, ended, failed)
      await response.body?.cancel()
      if (redirects === maxRedirects) {
        throw new AppError('unavailable', say(words, 'manyRedirects', { host: request.url.host, maxRedirects }))
      }
      request = { url: parseUrl(next.url), init: next.init }
    }
  } catch (error) {
    throw failed(error)
  }
}

function parseUrl(text: string | URL): URL {
  const url = URL.parse(text)
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.username || url.password) {
    throw new AppError('invalid', say(words, 'badAddress'))
  }
  return url
}

function withUserAgent(init: RequestInit): Headers {
  const headers = new Headers(init.headers)
  if (!headers.has('user-agent')) headers.set('user-agent', 'Rapport')
  return headers
}

type Fail = (error: unknown) => unknown

function bounded(response: Response, host: string, maxBytes: number, ended: () => void, failed: Fail): Response {
  if (!response.body) {
    ended()
    return response
  }
  const reader = response.body.getReader()
  let size = 0
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read()
          if (done) {
            ended()
            return controller.close()
          }
          size += value.length
          if (size > maxBytes) throw new AppError('too-large', say(words, 'longAnswer', { host, maxBytes }))
          controller.enqueue(value)
        } catch (error) {
          reader.cancel().catch(() => {})
          throw failed(error)
        }
      },
      cancel(reason) {
        ended()
        return reader.cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
  return new Response(body, { status: response.status, statusText: response.statusText, headers: response.headers })
}

/** Our own refusals come back wrapped by `fetch`; everything else means that the other side could not be reached. */
function described(error: unknown, host: string): AppError {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof AppError) return cause
  }
  const { cause, message } = error as Error
  const reason = cause instanceof Error ? String(('code' in cause && cause.code) || cause.message) : message
  return new AppError('unavailable', say(words, 'unreachable', { host, reason }))
}
