import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits as URL-safe text: an API key, an invitation, a one-time link. */
export function randomKey(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored in place of a random key. Not for passwords, which people choose and others can guess. */
export function hashKey(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}
