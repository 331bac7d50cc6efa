import { Readable } from 'node:stream'
import type { Ctx } from '../../../platform/context.ts'
import { openFile } from '../files/public.ts'
import { sampleBytes } from './inspect.ts'
import type { Open } from './reader.ts'

type Where = Pick<Ctx, 'app' | 'db' | 'workspaceId'>

/** The beginning of an import's file. */
export async function readHead(where: Where, fileId: string): Promise<{ head: Buffer; isWhole: boolean }> {
  const { file, read } = await openFile(where, fileId)
  const chunks: Buffer[] = []
  for await (const chunk of await read({ start: 0, end: Math.min(file.size, sampleBytes) - 1 }))
    chunks.push(chunk as Buffer)
  return { head: Buffer.concat(chunks), isWhole: file.size <= sampleBytes }
}

/** Opens an import's file at any byte, as often as is needed. */
export async function opener(where: Where, fileId: string): Promise<{ open: Open; size: number }> {
  const { file, read } = await openFile(where, fileId)
  return {
    size: file.size,
    open: start => (start >= file.size ? Promise.resolve(Readable.from([])) : read({ start, end: file.size - 1 })),
  }
}
