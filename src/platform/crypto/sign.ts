import { createHmac, timingSafeEqual } from 'node:crypto'
import { deriveKey } from './derive-key.ts'

/**
 * A token for links: whoever holds it can read `payload`, only this instance can make it, and it is good for `purpose`
 * alone until `expiresAt`. Safe in URLs.
 */
export function signToken(secret: string, purpose: string, payload: object, expiresAt: Date): string {
  const body = Buffer.from(JSON.stringify([payload, expiresAt.getTime()])).toString('base64url')
  return `${body}.${signature(secret, purpose, body)}`
}

/** The payload that was signed for `purpose`, or null when the token is altered, expired or made for something else. */
export function readToken<T extends object>(secret: string, purpose: string, token: string, now: Date): T | null {
  const dot = token.indexOf('.')
  if (dot < 0) return null
  const body = token.slice(0, dot)
  if (!isEqual(token.slice(dot + 1), signature(secret, purpose, body))) return null
  const [payload, expiresAt] = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as [T, number]
  return now.getTime() < expiresAt ? payload : null
}

function signature(secret: string, purpose: string, body: string): string {
  return createHmac('sha256', deriveKey(secret, 'sign')).update(`${purpose}\n${body}`).digest('base64url')
}

/** Compares in a time that does not depend on where two texts differ. */
export function isEqual(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}
