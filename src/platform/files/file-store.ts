import type { Readable } from 'node:stream'
import { AppError, defineAbsence } from '../../kernel/errors.ts'
import { defineMessages, say } from '../../kernel/messages.ts'

const words = defineMessages('platform.file-store', {
  tooLarge: 'The file is larger than {megabytes} MB. Nothing of it was kept; send a smaller one.',
})

export const noFile = defineAbsence('platform.no-file', 'file')

/** Bytes `start` to `end`, both counted from 0 and included. */
export interface ByteRange {
  start: number
  end: number
}

export interface StoredFile {
  size: number
  sha256: Buffer
}

/** Where the bytes of files are kept. A key is written once; what is known about the file is a row of `files`. */
export interface FileStore {
  put(key: string, body: Readable, limits: { maxBytes: number }): Promise<StoredFile>
  get(key: string, range?: ByteRange): Promise<Readable>
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const keyPattern = new RegExp(`^${uuid}/[0-9a-f]{2}/${uuid}$`)

/** The key of a file, made of ids alone: nothing that a person typed ever names a stored file. */
export function fileKey(workspaceId: string, fileId: string): string {
  return checkKey(`${workspaceId}/${fileId.slice(-2)}/${fileId}`)
}

export function checkKey(key: string): string {
  if (!keyPattern.test(key)) throw new Error('A file key is made by fileKey() from two ids.')
  return key
}

export function tooLarge(maxBytes: number): AppError {
  const megabytes = Math.round(maxBytes / 100_000) / 10
  return new AppError('too-large', say(words, 'tooLarge', { megabytes }))
}
