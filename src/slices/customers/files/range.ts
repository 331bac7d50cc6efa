import type { ByteRange } from '../../../platform/files/file-store.ts'

/**
 * What of a file of `size` bytes a `Range` header asks for (RFC 9110): one range, null for the whole file (also for
 * several ranges, which a server may ignore), or 'none' when nothing of it exists.
 */
export function readRange(header: string | undefined, size: number): ByteRange | 'none' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return null
  const [from, to] = [match[1]!, match[2]!]
  if (from === '')
    return size === 0 || Number(to) === 0 ? 'none' : { start: Math.max(0, size - Number(to)), end: size - 1 }
  const start = Number(from)
  if (to !== '' && Number(to) < start) return null
  return start >= size ? 'none' : { start, end: to === '' ? size - 1 : Math.min(Number(to), size - 1) }
}
