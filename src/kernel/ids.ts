import { z } from 'zod'

/** The tenant. Only sign-in, an API key or the worker's own loop over workspaces may issue one. */
export type WorkspaceId = string & { readonly __brand: 'WorkspaceId' }

export const id = z.uuid()

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
let lastTime = 0
let sequence = 0

/**
 * A UUID version 7 (RFC 9562): 48 bits of milliseconds, then a 12-bit counter so that ids made by one process in one
 * millisecond keep their order, then 62 random bits.
 */
export function newId(at: number = Date.now()): string {
  if (at === lastTime) sequence = (sequence + 1) & 0xfff
  else sequence = 0
  lastTime = at
  const random = crypto.getRandomValues(new Uint8Array(8))
  const h = (byte: number) => hex[byte & 0xff]!
  return (
    h(at / 2 ** 40) + h(at / 2 ** 32) + h(at / 2 ** 24) + h(at / 2 ** 16) + '-' + h(at / 2 ** 8) + h(at) + '-' +
    h(0x70 | (sequence >> 8)) + h(sequence) + '-' +
    h(0x80 | (random[0]! & 0x3f)) + h(random[1]!) + '-' +
    h(random[2]!) + h(random[3]!) + h(random[4]!) + h(random[5]!) + h(random[6]!) + h(random[7]!)
  )
}
