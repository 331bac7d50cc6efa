import { copyFileSync, openSync, readSync, statSync, truncateSync, closeSync } from 'node:fs'

const largest = 10 * 1024 * 1024

/** Keeps one old file. Emptied in place, because the server goes on writing at the end of the same file. */
export function trimLog(file: string, limit = largest): void {
  if (sizeOf(file) <= limit) return
  copyFileSync(file, `${file}.1`)
  truncateSync(file)
}

export function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

/** What was written after `position`. */
export function readLogFrom(file: string, position: number): string {
  const length = Math.min(sizeOf(file) - position, 64 * 1024)
  if (length <= 0) return ''
  const handle = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(length)
    return bytes.toString('utf8', 0, readSync(handle, bytes, 0, length, position))
  } finally {
    closeSync(handle)
  }
}
