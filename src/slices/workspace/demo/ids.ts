import type { Random } from './random.ts'

const hex4 = Array.from({ length: 65_536 }, (_, number) => number.toString(16).padStart(4, '0'))

/** Makes UUIDs of version 7 for moments of the past; fast, and the same for the same stream of random numbers. */
export function createIds(random: Random): (at: number) => string {
  return at => {
    const [high, low] = [random.bits(), random.bits()]
    const seconds = Math.floor(at / 65_536)
    return (
      `${hex4[Math.floor(seconds / 65_536)]}${hex4[seconds & 0xffff]}-${hex4[at & 0xffff]}-` +
      `${hex4[0x7000 | (high & 0x0fff)]}-${hex4[0x8000 | ((high >>> 12) & 0x3fff)]}-` +
      `${hex4[high >>> 16]}${hex4[low >>> 16]}${hex4[low & 0xffff]}`
    )
  }
}
