import { hkdfSync } from 'node:crypto'

/** A 32-byte key for one use, so that the same secret never serves two algorithms (HKDF, RFC 5869). */
export function deriveKey(secret: string, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'rapport', use, 32))
}
