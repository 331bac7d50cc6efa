import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { startS3 } from '../../testing/s3-server.ts'
import { fileKey, type FileStore } from './file-store.ts'
import { openLocalFileStore } from './local-file-store.ts'
import { openS3FileStore } from './s3-file-store.ts'

const workspaceId = newId()
let folder: string
let close: () => Promise<void>
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport files '))
  close = async () => {}
})
afterEach(async () => {
  await close()
  await rm(folder, { recursive: true })
})

const stores: Record<string, () => Promise<FileStore>> = {
  local: () => openLocalFileStore(join(folder, 'files')),
  s3: async () => {
    const s3 = await startS3()
    close = s3.close
    return openS3FileStore(s3.settings, join(folder, 'tmp'))
  },
}

describe.each(Object.entries(stores))('the %s file store', (_, openStore) => {
  const content = randomBytes(300_000)
  const body = () => Readable.from([content.subarray(0, 1000), content.subarray(1000)])
  const read = async (store: FileStore, key: string, range?: { start: number; end: number }) =>
    buffer(await store.get(key, range))

  it('gives back what it was given, whole or in part', async () => {
    const store = await openStore()
    const key = fileKey(workspaceId, newId())
    const stored = await store.put(key, body(), { maxBytes: content.length })
    expect(stored).toEqual({ size: content.length, sha256: createHash('sha256').update(content).digest() })
    expect((await read(store, key)).equals(content)).toBe(true)
    expect((await read(store, key, { start: 999, end: 1001 })).equals(content.subarray(999, 1002))).toBe(true)
  })

  it('keeps an empty file', async () => {
    const store = await openStore()
    const key = fileKey(workspaceId, newId())
    expect((await store.put(key, Readable.from([]), { maxBytes: 0 })).size).toBe(0)
    expect((await read(store, key)).length).toBe(0)
  })

  it('keeps nothing of a file that is too large or breaks off', async () => {
    const store = await openStore()
    const key = fileKey(workspaceId, newId())
    await expect(store.put(key, body(), { maxBytes: content.length - 1 })).rejects.toMatchObject({ code: 'too-large' })
    const broken = Readable.from(
      (async function* () {
        yield content
        throw new Error('hung up')
      })(),
    )
    await expect(store.put(key, broken, { maxBytes: 1e9 })).rejects.toThrow('hung up')
    await expect(store.get(key)).rejects.toMatchObject({ code: 'not-found' })
    const left = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile())
    expect(left).toEqual([])
  })

  it('deletes, also what is not there', async () => {
    const store = await openStore()
    const key = fileKey(workspaceId, newId())
    await store.put(key, body(), { maxBytes: 1e9 })
    await store.delete(key)
    await store.delete(key)
    await expect(store.get(key)).rejects.toMatchObject({ code: 'not-found' })
  })

  it.each([
    '../../etc/passwd',
    'a',
    '',
    `${workspaceId}/../x`,
    `${workspaceId}/aa/${workspaceId}/..`,
    `/${workspaceId}/aa/${workspaceId}`,
  ])('refuses the key %j', async key => {
    const store = await openStore()
    await expect(store.put(key, body(), { maxBytes: 1e9 })).rejects.toThrow(/fileKey/)
    await expect(store.get(key)).rejects.toThrow(/fileKey/)
    await expect(store.delete(key)).rejects.toThrow(/fileKey/)
  })
})

describe('the local file store', () => {
  it('spreads files over folders that only their owner may read', async () => {
    const store = await stores.local!()
    const id = newId()
    await store.put(fileKey(workspaceId, id), Readable.from(['x']), { maxBytes: 10 })
    const path = join(folder, 'files', workspaceId, id.slice(-2), id)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect((await stat(join(folder, 'files', workspaceId))).mode & 0o777).toBe(0o700)
  })

  it('clears away what a killed process left a day ago, and nothing younger', async () => {
    await stores.local!()
    const temporary = join(folder, 'files', 'tmp')
    await writeFile(join(temporary, 'old'), 'x')
    await writeFile(join(temporary, 'new'), 'x')
    const longAgo = new Date(Date.now() - 25 * 3600_000)
    await utimes(join(temporary, 'old'), longAgo, longAgo)
    await stores.local!()
    expect(await readdir(temporary)).toEqual(['new'])
  })
})

describe('the S3 file store', () => {
  const key = fileKey(workspaceId, newId())

  it('says why the store refused', async () => {
    const s3 = await startS3()
    close = s3.close
    const store = await openS3FileStore({ ...s3.settings, secretAccessKey: 'wrong' }, join(folder, 'tmp'))
    const message = /403, SignatureDoesNotMatch/
    await expect(store.put(key, Readable.from(['x']), { maxBytes: 10 })).rejects.toMatchObject({
      code: 'unavailable',
      message,
    })
    await expect(store.get(key)).rejects.toMatchObject({ code: 'unavailable', message })
    await expect(store.delete(key)).rejects.toMatchObject({ code: 'unavailable', message })
    expect(await readdir(join(folder, 'tmp'))).toEqual([])
  })

  it('says when the store cannot be reached', async () => {
    const s3 = await startS3()
    await s3.close()
    const store = await openS3FileStore(s3.settings, join(folder, 'tmp'))
    await expect(store.get(key)).rejects.toMatchObject({ code: 'unavailable', message: /could not be reached/ })
  })
})
