import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import type { ApiClient } from '../../../testing/api-client.ts'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import { createContact } from '../contacts/schema.ts'
import { purgeFiles } from './jobs.ts'
import { openFile } from './public.ts'
import * as schema from './schema.ts'

const t = await aTestApp()
let acme: TestWorkspace
let contactId: string

beforeAll(async () => {
  await t.server.listen({ port: 0, host: '127.0.0.1' })
})
beforeEach(async () => {
  acme = await t.aWorkspace()
  contactId = (await acme.owner.call(createContact, { body: { name: 'Marta' } })).id
})

const boundary = 'the-boundary'
const multipart = { 'content-type': `multipart/form-data; boundary=${boundary}` }

function form(name: string, content: string | Buffer): Buffer {
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/html\r\n\r\n`
  return Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)])
}

const tryUpload = (
  name: string,
  content: string | Buffer,
  query = `?contactId=${contactId}`,
  client: ApiClient = acme.owner,
) => client.request('POST', `/api/v1/files${query}`, form(name, content), multipart)

async function upload(name: string, content: string | Buffer, query?: string): Promise<schema.File> {
  const answer = await tryUpload(name, content, query)
  expect(answer.status).toBe(201)
  return schema.file.parse(answer.body)
}

async function open(id: string, headers: Record<string, string> = {}) {
  const { address } = await acme.owner.call(schema.getFileAddress, { params: { id } })
  return acme.owner.with({}).request('GET', address, undefined, headers)
}

/** Names of all stored files of the workspace, and of what is half written. */
async function stored(): Promise<string[]> {
  const folder = join(t.app.config.dataFolder, 'files')
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  return all
    .filter(entry => entry.isFile() && (entry.parentPath.includes(acme.id) || entry.parentPath.endsWith('tmp')))
    .map(entry => entry.name)
}

const rows = () => t.app.db.selectFrom('files').select(['id', 'deletedAt']).where('workspaceId', '=', acme.id).execute()
const events = () =>
  t.app.db
    .selectFrom('events')
    .select(['kind', 'data', 'contactId'])
    .where('workspaceId', '=', acme.id)
    .where('subjectType', '=', 'file')
    .orderBy('id')
    .execute()

describe('uploading', () => {
  test('keeps the bytes, tells their kind by what they are, and tells the timeline', async () => {
    const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(9000, 7)])
    const file = await upload('Photo.html', png)
    expect(file).toMatchObject({
      name: 'Photo.html',
      mediaType: 'image/png',
      size: 9008,
      contactId,
      contactName: 'Marta',
      uploadedBy: acme.ownerId,
      uploadedByName: 'Olga Owner',
    })
    expect(await events()).toEqual([
      { kind: 'file.added', contactId, data: { name: 'Photo.html', mediaType: 'image/png', size: 9008 } },
    ])
    expect(await stored()).toEqual([file.id])
    const { read } = await openFile(acme.ctx(), file.id)
    expect(Buffer.concat(await (await read()).toArray()).equals(png)).toBe(true)
    expect((await acme.owner.call(schema.listFiles, { query: { 'filter[contactId]': contactId } })).items).toEqual([
      file,
    ])
  })

  test('takes an empty file', async () => {
    expect(await upload('empty.txt', '')).toMatchObject({ size: 0, mediaType: 'text/plain' })
  })

  test('refuses what is not a form with a file', async () => {
    for (const answer of [
      await acme.owner.request('POST', '/api/v1/files', { a: 1 }),
      await acme.owner.request('POST', '/api/v1/files', Buffer.from(`--${boundary}--\r\n`), multipart),
      await acme.owner.request('POST', '/api/v1/files?purpose=import', form('a', 'b'), multipart),
    ])
      expect(answer.status).toBe(400)
    expect(await rows()).toEqual([])
  })

  test('for a record of another workspace, or one that does not exist, is refused', async () => {
    const beta = await t.aWorkspace()
    const foreign = await beta.owner.call(createContact, { body: { name: 'Foreign' } })
    for (const query of [`?contactId=${foreign.id}`, `?companyId=${newId()}`])
      expect((await tryUpload('a.txt', 'a', query)).status).toBe(404)
    expect([await rows(), await stored()]).toEqual([[], []])
  })

  test.each([
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['invoice\u202egpj.exe', 'invoicegpj.exe'],
    ['a\u0000b.txt', 'ab.txt'],
    ['...', 'file'],
  ])('stores %j by its id and shows it as %j', async (given, shown) => {
    const file = await upload(given, 'text')
    expect(file.name).toBe(shown)
    expect(await stored()).toEqual([file.id])
  })
})

describe('a file of more than 100 MB', () => {
  const limit = schema.maxAttachmentBytes

  /** Sends `size` bytes as they come, with or without saying how many. */
  async function send(size: number, saysLength: boolean): Promise<number> {
    const [head, tail] = [form('big.bin', '').subarray(0, -`\r\n--${boundary}--\r\n`.length), `\r\n--${boundary}--\r\n`]
    const { port } = t.server.server.address() as AddressInfo
    const length = { 'content-length': String(head.length + size + tail.length) }
    const sending = request({
      port,
      method: 'POST',
      path: `/api/v1/files?contactId=${contactId}`,
      headers: { ...acme.owner.headers, ...multipart, ...(saysLength ? length : {}) },
    })
    const answered = once(sending, 'response')
    sending.on('error', () => {})
    const chunk = Buffer.alloc(1024 * 1024, 1)
    sending.write(head)
    for (let sent = 0; sent < size && !sending.destroyed; sent += chunk.length) {
      if (!sending.write(chunk.subarray(0, size - sent))) await Promise.race([once(sending, 'drain'), answered])
    }
    sending.end(tail)
    const [response] = await answered
    response.resume()
    return response.statusCode
  }

  test.each([true, false])('is refused and leaves nothing, its length said: %s', async saysLength => {
    expect(await send(limit + 1, saysLength)).toBe(413)
    expect([await rows(), await stored()]).toEqual([[], []])
  })

  test('by one byte is not one', async () => {
    expect(await send(limit, false)).toBe(201)
    expect((await acme.owner.call(schema.listFiles, { query: {} })).items[0]!.size).toBe(limit)
  })
})

test('an upload that breaks off leaves nothing', async () => {
  const { port } = t.server.server.address() as AddressInfo
  const sending = request({
    port,
    method: 'POST',
    path: `/api/v1/files?contactId=${contactId}`,
    headers: { ...acme.owner.headers, ...multipart },
  })
  sending.on('error', () => {})
  sending.write(form('a.txt', 'x'.repeat(200_000)).subarray(0, 150_000))
  await expect.poll(rows).toHaveLength(1)
  expect((await acme.owner.call(schema.listFiles, { query: {} })).items).toEqual([])
  sending.destroy()
  await expect.poll(async () => [await rows(), await stored()]).toEqual([[], []])
})

describe('content', () => {
  test('opens by its signed address, without sign-in, until it expires', async () => {
    const { id } = await upload('Zpráva.txt', 'Hello')
    const { address, expiresAt } = await acme.owner.call(schema.getFileAddress, { params: { id } })
    const stranger = acme.owner.with({})
    const answer = await stranger.request('GET', address)
    expect([answer.status, answer.body]).toEqual([200, 'Hello'])
    expect(answer.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `inline; filename="Zprava.txt"; filename*=UTF-8''Zpr%C3%A1va.txt`,
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
      'content-length': '5',
    })
    const now = t.clock.now()
    t.clock.set(expiresAt)
    expect((await stranger.request('GET', address)).status).toBe(404)
    t.clock.set(now.toISOString())
  })

  test.each([
    ['page.html', '<html><script>alert(1)</script>', 'text/html; charset=utf-8'],
    ['picture.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'image/svg+xml'],
    ['picture.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'image/svg+xml'],
    ['plain.txt', '<!doctype html><script>alert(1)</script>', 'text/html; charset=utf-8'],
    ['x.xhtml', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', 'application/xml'],
  ])('of %s is downloaded and runs nothing', async (name, content, mediaType) => {
    const { headers } = await open((await upload(name, content)).id)
    expect(headers['content-type']).toBe(mediaType)
    expect(headers['content-disposition']).toMatch(/^attachment; /)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*; sandbox$/)
  })

  test('is sent in the range that is asked for', async () => {
    const { id } = await upload('digits.txt', '0123456789'.repeat(500))
    const part = await open(id, { range: 'bytes=4998-', 'accept-encoding': 'gzip' })
    expect([part.status, part.body, part.headers['content-range'], part.headers['content-length']]).toEqual([
      206,
      '89',
      'bytes 4998-4999/5000',
      '2',
    ])
    expect((await open(id, { range: 'bytes=3-5' })).body).toBe('345')
    const beyond = await open(id, { range: 'bytes=5000-' })
    expect([beyond.status, beyond.headers['content-range']]).toEqual([416, 'bytes */5000'])
    expect((await open(id, { range: 'bytes=0-1,3-4' })).status).toBe(200)
  })

  test('is not there for another token, another file’s or none', async () => {
    const [first, second] = [await upload('a.txt', 'a'), await upload('b.txt', 'b')]
    const { address } = await acme.owner.call(schema.getFileAddress, { params: { id: first.id } })
    const token = address.split('token=')[1]!
    for (const path of [
      `/api/v1/files/${second.id}/content?token=${token}`,
      `/api/v1/files/${first.id}/content?token=${token.slice(0, -1)}`,
      `/api/v1/files/${first.id}/content?token=.`,
      `/api/v1/files/${first.id}/content?token=e30.e30`,
    ])
      expect((await acme.owner.request('GET', path)).status, path).toBe(404)
    expect((await acme.owner.request('GET', `/api/v1/files/${first.id}/content`)).status).toBe(400)
  })

  test('of a deleted file is gone at once, and comes back with it', async () => {
    const { id } = await upload('a.txt', 'a')
    const { address } = await acme.owner.call(schema.getFileAddress, { params: { id } })
    await acme.owner.call(schema.deleteFile, { params: { id } })
    expect((await acme.owner.request('GET', address)).status).toBe(404)
    expect((await acme.owner.try(schema.getFileAddress, { params: { id } })).status).toBe(404)
    await acme.owner.call(schema.restoreFile, { params: { id } })
    expect((await acme.owner.request('GET', address)).body).toBe('a')
    expect((await events()).map(event => event.kind)).toEqual(['file.added', 'file.deleted', 'file.restored'])
  })
})

describe('whoever has no right to a file', () => {
  test('finds nothing, in another workspace or held to the record rule', async () => {
    const { id } = await upload('a.txt', 'a')
    const loose = await upload('loose.txt', 'a', '')
    const beta = await t.aWorkspace()
    const seller = await acme.aMember('member')
    await acme.limit('member')
    for (const client of [beta.owner, seller.client]) {
      expect((await client.call(schema.listFiles, { query: {} })).items).toEqual([])
      for (const params of [{ id }, { id: loose.id }]) {
        for (const endpoint of [schema.getFile, schema.getFileAddress, schema.deleteFile, schema.restoreFile])
          expect((await client.try(endpoint, { params })).status).toBe(404)
        expect((await client.try(schema.changeFile, { params, body: { name: 'b' } })).status).toBe(404)
      }
    }
    const key = await acme.anApiKey(['contacts:read'])
    expect((await key.try(schema.getFileAddress, { params: { id } })).status).toBe(403)
  })
})

test('a file is attached later, renamed, and moved to another contact', async () => {
  const { id } = await upload('scan.pdf', '%PDF-1.7', '')
  expect(await events()).toEqual([])
  const attached = await acme.owner.call(schema.changeFile, {
    params: { id },
    body: { contactId, name: '../Offer.pdf' },
  })
  expect(attached).toMatchObject({ contactId, name: 'Offer.pdf', mediaType: 'application/pdf' })
  const other = await acme.owner.call(createContact, { body: { name: 'Other' } })
  await acme.owner.call(schema.changeFile, { params: { id }, body: { contactId: other.id } })
  expect((await events()).map(event => [event.kind, event.contactId])).toEqual([
    ['file.added', contactId],
    ['file.added', other.id],
  ])
})

describe('the nightly purge', () => {
  const days = (count: number) => new Date(t.clock.now().getTime() - count * 24 * 3600_000)
  const age = (id: string, changes: { deletedAt?: Date; createdAt?: Date; sha256?: Buffer }) =>
    t.app.db.updateTable('files').set(changes).where('workspaceId', '=', acme.id).where('id', '=', id).execute()

  test('takes what was deleted 30 days ago, never finished or attached to nothing, and only that', async () => {
    const kept = await upload('kept.txt', 'a')
    const [deleted, binned] = [await upload('deleted.txt', 'a'), await upload('binned.txt', 'a')]
    const [unfinished, uploading] = [await upload('unfinished.txt', 'a'), await upload('uploading.txt', 'a')]
    const [loose, fresh] = [await upload('loose.txt', 'a', ''), await upload('fresh.txt', 'a', '')]
    await age(kept.id, { createdAt: days(400) })
    await age(deleted.id, { deletedAt: days(31) })
    await age(binned.id, { deletedAt: days(29) })
    await age(unfinished.id, { sha256: Buffer.alloc(0), createdAt: days(2), deletedAt: days(2) })
    await age(uploading.id, { sha256: Buffer.alloc(0), deletedAt: days(0) })
    await age(loose.id, { createdAt: days(8) })
    await purgeFiles.run(t.app, {}, new AbortController().signal)
    const left = [kept.id, binned.id, uploading.id, fresh.id].sort()
    expect((await rows()).map(row => row.id).sort()).toEqual(left)
    await t.runJobs()
    expect((await stored()).sort()).toEqual(left)
  })

  test('spares the files of imports', async () => {
    const { id } = await upload('import.csv', 'a')
    await t.app.db
      .updateTable('files')
      .set({ purpose: 'import', contactId: null, createdAt: days(400), deletedAt: days(400) })
      .where('workspaceId', '=', acme.id)
      .where('id', '=', id)
      .execute()
    await purgeFiles.run(t.app, {}, new AbortController().signal)
    expect(await rows()).toHaveLength(1)
    expect((await acme.owner.try(schema.getFile, { params: { id } })).status).toBe(404)
  })
})
