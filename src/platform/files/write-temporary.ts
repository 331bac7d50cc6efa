import { createHash } from 'node:crypto'
import { open, unlink } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { AppError } from '../../kernel/errors.ts'
import { defineMessages, say } from '../../kernel/messages.ts'
import { tooLarge, type StoredFile } from './file-store.ts'

const words = defineMessages('platform.write-temporary', {
  diskFull: 'The disk is full. Nothing of the file was kept; free some space and send it again.',
})

/** Writes a stream to a new file at `path` and to the disk itself, or leaves nothing there. */
export async function writeTemporary(path: string, body: Readable, maxBytes: number): Promise<StoredFile> {
  const hash = createHash('sha256')
  let size = 0
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      size += chunk.length
      if (size > maxBytes) throw tooLarge(maxBytes)
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    await file.sync()
  } catch (error) {
    await unlink(path)
    throw isFull(error) ? new AppError('unavailable', say(words, 'diskFull')) : error
  } finally {
    await file.close()
  }
  return { size, sha256: hash.digest() }
}

function isFull(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return code === 'ENOSPC' || code === 'EDQUOT'
}
