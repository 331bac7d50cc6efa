import { Readable } from 'node:stream'
import type { Ctx } from '../../../platform/context.ts'
import { openFile } from '../files/public.ts'
import { sampleBytes, type FileParts } from './inspect.ts'
import type { Open } from './reader.ts'

type Where = Pick<Ctx, 'app' | 'db' | 'workspaceId'>

const pieceBytes = 64 * 1024

/**
 * What of an import's file is looked at to understand it: its beginning, and of a large one some pieces from further on,
 * because what dates and amounts look like shows late in many files.
 */
export async function readParts(where: Where, fileId: string): Promise<FileParts> {
  const { file, read } = await openFile(where, fileId)
  const piece = async (start: number, length: number) => {
    const chunks: Buffer[] = []
    for await (const chunk of await read({ start, end: start + length - 1 })) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks)
  }
  if (file.size === 0) return { head: Buffer.alloc(0), pieces: [], isWhole: true }
  if (file.size <= sampleBytes) return { head: await piece(0, file.size), pieces: [], isWhole: true }
  const head = await piece(0, sampleBytes)
  const last = file.size - pieceBytes
  const pieces: Buffer[] = []
  for (const part of [0.3, 0.6, 1]) pieces.push(await piece(Math.floor((last * part) / 2) * 2, pieceBytes))
  return { head, pieces, isWhole: false }
}

/** Opens an import's file at any byte, as often as is needed. */
export async function opener(where: Where, fileId: string): Promise<{ open: Open; size: number }> {
  const { file, read } = await openFile(where, fileId)
  return {
    size: file.size,
    open: start => (start >= file.size ? Promise.resolve(Readable.from([])) : read({ start, end: file.size - 1 })),
  }
}
