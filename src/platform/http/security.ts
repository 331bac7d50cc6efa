import type { FastifyRequest } from 'fastify'
import { AppError } from '../../kernel/errors.ts'
import { defineMessages, say } from '../../kernel/messages.ts'

const words = defineMessages('platform.security', {
  otherSite: 'This request comes from another site. Use an API key instead of the session cookie.',
})

/** Refuses a state-changing request that a browser sends from another site with our cookie. */
export function refuseCrossSite(request: FastifyRequest, origin: string): void {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return
  if (request.headers.authorization !== undefined) return
  const { 'sec-fetch-site': site, origin: sender, host } = request.headers
  const isOwn = sender === undefined || sender === origin || hostOf(sender) === host
  if ((site !== undefined && site !== 'same-origin' && site !== 'none') || !isOwn) {
    throw new AppError('forbidden', say(words, 'otherSite'))
  }
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}

export const contentSecurityPolicy = {
  defaultSrc: ["'self'"],
  baseUri: ["'none'"],
  connectSrc: ["'self'"],
  fontSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  frameSrc: ["'none'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  objectSrc: ["'none'"],
  scriptSrc: ["'self'"],
  scriptSrcAttr: ["'none'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  upgradeInsecureRequests: null,
}

/** `203.0.113.9` → `203.0.113.0/24`, an IPv6 address → its /48: enough to recognise a place, not a person. */
export function truncateAddress(address: string): string {
  const v4 = address.match(/(?:^|:)(\d+)\.(\d+)\.(\d+)\.\d+$/)
  if (v4) return `${v4[1]}.${v4[2]}.${v4[3]}.0/24`
  return `${address.split('::')[0]!.split(':').slice(0, 3).join(':')}::/48`
}
