import { Headers, type RequestInit, type Response } from 'undici'
import { AppError } from '../../kernel/errors.ts'
import { defineMessages, say } from '../../kernel/messages.ts'

const words = defineMessages('platform.redirect', {
  redirectsNowhere: '{host} redirects to something that is not an address.',
  redirectsUpload: '{host} redirects an upload, which cannot be sent twice.',
})

const credentials = ['authorization', 'cookie', 'proxy-authorization']
const aboutBody = ['content-type', 'content-length', 'content-encoding', 'content-language', 'content-location']

/** The request to which an answer redirects, or null; as browsers do, without credentials for another origin. */
export function redirectedRequest(
  url: URL,
  init: RequestInit,
  response: Response,
): { url: URL; init: RequestInit } | null {
  const location = response.headers.get('location')
  if (!location || ![301, 302, 303, 307, 308].includes(response.status)) return null
  const target = URL.parse(location, url)
  if (!target) throw new AppError('unavailable', say(words, 'redirectsNowhere', { host: url.host }))
  const headers = new Headers(init.headers)
  const next: RequestInit = { ...init, headers }
  const method = (init.method ?? 'GET').toUpperCase()
  if (response.status === 303 ? method !== 'HEAD' : response.status < 303 && method === 'POST') {
    next.method = 'GET'
    delete next.body
    for (const name of aboutBody) headers.delete(name)
  } else if (next.body && typeof next.body !== 'string' && !(next.body instanceof Uint8Array)) {
    throw new AppError('unavailable', say(words, 'redirectsUpload', { host: url.host }))
  }
  if (target.origin !== url.origin) for (const name of credentials) headers.delete(name)
  return { url: target, init: next }
}
