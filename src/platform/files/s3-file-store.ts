import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { AwsV4Signer } from 'aws4fetch'
import type { RequestInit, Response } from 'undici'
import { AppError } from '../../kernel/errors.ts'
import { defineMessages, say } from '../../kernel/messages.ts'
import { guardedFetch } from '../http-client/guarded-fetch.ts'
import { outgoingRules } from '../http-client/outgoing-rules.ts'
import { checkKey, noFile, type FileStore } from './file-store.ts'
import { removeLeftovers } from './local-file-store.ts'
import { writeTemporary } from './write-temporary.ts'

const words = defineMessages('platform.s3-file-store', {
  storeRefused: 'The file store refused ({status}, {code}). Check the S3 settings of this server, then try again.',
})

export interface S3Settings {
  endpoint: string
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
}

const emptySha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const transferMs = 30 * 60_000
const commandMs = 30_000

/**
 * Files in an S3-compatible bucket, addressed by path. An upload waits in `temporary` until it is complete: S3 wants its
 * length and hash before the first byte, and a failed attempt can then be repeated.
 */
export async function openS3FileStore(settings: S3Settings, temporary: string): Promise<FileStore> {
  await mkdir(temporary, { recursive: true, mode: 0o700 })
  await removeLeftovers(temporary)
  const rules = outgoingRules(new URL(settings.endpoint).hostname.replace(/^\[|\]$/g, ''))

  async function send(
    method: string,
    key: string,
    sha256: string,
    init: RequestInit,
    timeoutMs: number,
  ): Promise<Response> {
    const { accessKeyId, secretAccessKey, region } = settings
    const signed = await new AwsV4Signer({
      method,
      url: `${settings.endpoint}/${settings.bucket}/${checkKey(key)}`,
      headers: { 'x-amz-content-sha256': sha256 },
      accessKeyId,
      secretAccessKey,
      service: 's3',
      region,
    }).sign()
    const headers = { ...Object.fromEntries(signed.headers), 'accept-encoding': 'identity', ...init.headers }
    return guardedFetch(signed.url, { ...init, method, headers }, { rules, timeoutMs, maxBytes: Infinity })
  }

  return {
    async put(key, body, { maxBytes }) {
      checkKey(key)
      const draft = join(temporary, randomUUID())
      const stored = await writeTemporary(draft, body, maxBytes)
      try {
        const upload = {
          body: createReadStream(draft),
          duplex: 'half' as const,
          headers: { 'content-length': String(stored.size), 'content-type': 'application/octet-stream' },
        }
        const response = await send('PUT', key, stored.sha256.toString('hex'), upload, transferMs)
        if (!response.ok) throw await failure(response)
        await response.body?.cancel()
      } finally {
        await unlink(draft)
      }
      return stored
    },

    async get(key, range) {
      const headers = range ? { range: `bytes=${range.start}-${range.end}` } : {}
      const response = await send('GET', key, emptySha256, { headers }, transferMs)
      if (response.status === 404) {
        await response.body?.cancel()
        throw noFile()
      }
      if (response.status !== (range ? 206 : 200)) throw await failure(response)
      return response.body ? Readable.fromWeb(response.body) : Readable.from([])
    },

    async delete(key) {
      const response = await send('DELETE', key, emptySha256, {}, commandMs)
      if (!response.ok && response.status !== 404) throw await failure(response)
      await response.body?.cancel()
    },
  }
}

async function failure(response: Response): Promise<AppError> {
  const code = /<Code>(\w{1,100})<\/Code>/.exec((await response.text()).slice(0, 10_000))?.[1] ?? 'no reason given'
  return new AppError('unavailable', say(words, 'storeRefused', { status: response.status, code }))
}
