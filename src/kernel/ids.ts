import { z } from 'zod'

/** The tenant. Only sign-in, an API key or the worker's own loop over workspaces may issue one. */
export type WorkspaceId = string & { readonly __brand: 'WorkspaceId' }

/** In capitals it is the same one. */
export const id = z.uuid().toLowerCase()
/** Parameters of `/things/{id}`. */
export const byId = z.object({ id })

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
/** Random bytes for the next ids: asking for many at once costs little more than for six. */
const pool = new Uint8Array(6 * 128)
let used = pool.length
let counter = Math.floor(Math.random() * 2 ** 29)

/**
 * A UUID version 7 (RFC 9562): 48 bits of milliseconds, then a 30-bit counter so that ids that one process makes for one
 * millisecond keep their order, then 44 random bits.
 */
export function newId(at: number = Date.now()): string {
  counter = (counter + 1) & 0x3fffffff
  if (used === pool.length) {
    crypto.getRandomValues(pool)
    used = 0
  }
  const random = pool.subarray(used, (used += 6))
  const h = (byte: number) => hex[byte & 0xff]!
  return (
    `${h(at / 2 ** 40)}${h(at / 2 ** 32)}${h(at / 2 ** 24)}${h(at / 2 ** 16)}-${h(at / 2 ** 8)}${h(at)}-` +
    `${h(0x70 | (counter >> 26))}${h(counter >> 18)}-${h(0x80 | ((counter >> 12) & 0x3f))}${h(counter >> 4)}-` +
    `${h(((counter & 0xf) << 4) | (random[0]! & 0xf))}${h(random[1]!)}${h(random[2]!)}${h(random[3]!)}${h(random[4]!)}${h(random[5]!)}`
  )
}
