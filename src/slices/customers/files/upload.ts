import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { AppError, invalidField } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { Ctx } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { headLength, mediaTypeOf } from '../../../platform/files/content.ts'
import { fileKey, tooLarge, type ByteRange, noFile } from '../../../platform/files/file-store.ts'
import type { Attached } from '../contacts/record.ts'
import type { FilePurpose, StoredFile } from './record.ts'
import { findFile, insertUnfinished, removeFile, updateFile, type NewFile } from './store.ts'

const words = defineMessages('files.upload', {
  multipart: 'Send the file as multipart/form-data.',
  addFile: 'Add a file to the form.',
})

/** What an upload's body may add to a request beside the file itself. */
const envelopeBytes = 64 * 1024

export interface UploadOptions {
  purpose: FilePurpose
  maxBytes: number
  attached?: Attached
  /** Sees each piece of the file as it passes. */
  watch?(chunk: Buffer): void
  /** What else becomes true with the file, in the same transaction. */
  onStored?(ctx: Ctx, file: StoredFile): Promise<void>
}

/**
 * Stores the one file of a multipart request as it streams in. Its name is kept to be shown only; its kind is told by
 * its first bytes. A failure leaves nothing, a killed process a row that the nightly purge takes away with its bytes.
 */
export async function storeUpload(ctx: Ctx, request: FastifyRequest, options: UploadOptions): Promise<StoredFile> {
  const { maxBytes } = options
  if (!request.isMultipart()) throw new AppError('invalid', say(words, 'multipart'))
  if (Number(request.headers['content-length']) > maxBytes + envelopeBytes) throw tooLarge(maxBytes)
  const part = await request.file({ limits: { fileSize: maxBytes, files: 1 }, throwFileSizeLimit: false })
  if (!part) throw invalidField('file', say(words, 'addFile'))
  return storePart(ctx, part, options)
}

/** Stores one file of a form that holds other things too. */
export async function storePart(
  ctx: Ctx,
  part: { filename?: string; file: Readable & { truncated?: boolean } },
  options: UploadOptions,
): Promise<StoredFile> {
  const { purpose, maxBytes, attached, watch, onStored } = options
  const head: Buffer[] = []
  const about = { ...attached, name: part.filename ?? '', purpose }
  const body = readWhole(part.file, head, maxBytes, watch)
  return storeBytes(ctx, about, Readable.from(body, { objectMode: false }), {
    maxBytes,
    mediaTypeOf: name => mediaTypeOf(Buffer.concat(head), name),
    onStored,
  })
}

/** Stores a file that the program makes. */
export function storeGenerated(
  ctx: Ctx,
  { mediaType, maxBytes, ...about }: NewFile & { mediaType: string; maxBytes: number },
  body: Readable,
): Promise<StoredFile> {
  return storeBytes(ctx, about, body, { maxBytes, mediaTypeOf: () => mediaType })
}

async function storeBytes(
  ctx: Ctx,
  about: NewFile,
  body: Readable,
  {
    maxBytes,
    mediaTypeOf,
    onStored,
  }: Pick<UploadOptions, 'maxBytes' | 'onStored'> & { mediaTypeOf(name: string): string },
): Promise<StoredFile> {
  const row = await insertUnfinished(ctx, about)
  const { id, name } = row
  try {
    const { size, sha256 } = await ctx.app.files.put(fileKey(ctx.workspaceId, id), body, { maxBytes })
    const stored = { size, sha256, mediaType: mediaTypeOf(name), deletedAt: null }
    const file = { ...row, ...stored }
    await inTransaction(ctx, async ctx => {
      await updateFile(ctx, id, stored)
      await onStored?.(ctx, file)
    })
    return file
  } catch (error) {
    await removeFile(ctx, id)
    await ctx.app.files.delete(fileKey(ctx.workspaceId, id))
    throw error
  }
}

/** Passes a part on and keeps its first bytes. Of one that is too large the rest is read and thrown away. */
async function* readWhole(
  part: Readable & { truncated?: boolean },
  head: Buffer[],
  maxBytes: number,
  watch?: (chunk: Buffer) => void,
): AsyncGenerator<Buffer> {
  let missing = headLength
  for await (const chunk of part as AsyncIterable<Buffer>) {
    if (missing > 0) {
      head.push(chunk.subarray(0, missing))
      missing -= chunk.length
    }
    watch?.(chunk)
    yield chunk
  }
  if (part.truncated) throw tooLarge(maxBytes)
}

/** A stored file with what reads it, whatever its purpose; the caller has checked who asks. */
export async function openFile(
  ctx: Pick<Ctx, 'app' | 'db' | 'workspaceId'>,
  id: string,
): Promise<{ file: StoredFile; read(range?: ByteRange): Promise<Readable> }> {
  const file = noFile.unless(await findFile(ctx, id))
  return { file, read: range => ctx.app.files.get(fileKey(ctx.workspaceId, id), range) }
}
