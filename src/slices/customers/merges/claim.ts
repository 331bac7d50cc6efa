import { createHmac, randomInt } from 'node:crypto'
import { deriveKey } from '../../../platform/crypto/derive-key.ts'
import { isEqual, readToken, signToken } from '../../../platform/crypto/sign.ts'

/** How long a customer has to confirm, and how often a code may be tried. */
export const claimMs = 24 * 3600_000
export const mostAttempts = 5

/** The link of the mail proves by itself that the mail was received; a page for the code asks for it. */
export type ClaimLink = 'claim' | 'claim-code'

interface Payload {
  w: string
  c: string
}

export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}

/** Only a keyed hash is kept: six figures alone would be guessed from theirs. */
export function hashCode(secret: string, claimId: string, code: string): Buffer {
  return createHmac('sha256', deriveKey(secret, 'claim-code')).update(`${claimId}\n${code}`).digest()
}

export function isCode(secret: string, claimId: string, code: string, hash: Buffer): boolean {
  return isEqual(hashCode(secret, claimId, code).toString('hex'), hash.toString('hex'))
}

export function claimUrl(
  { origin, secret }: { origin: string; secret: string },
  link: ClaimLink,
  workspaceId: string,
  claimId: string,
  expiresAt: Date,
): string {
  const payload: Payload = { w: workspaceId, c: claimId }
  return `${origin}/claims/${signToken(secret, link, payload, expiresAt)}`
}

export function readClaimToken(
  secret: string,
  token: string,
  now: Date,
): { link: ClaimLink; workspaceId: string; claimId: string } | null {
  for (const link of ['claim', 'claim-code'] as const) {
    const payload = readToken<Payload>(secret, link, token, now)
    if (payload) return { link, workspaceId: payload.w, claimId: payload.c }
  }
  return null
}
