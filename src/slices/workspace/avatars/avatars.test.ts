import { beforeEach, expect, test } from 'vitest'
import type { ApiClient } from '../../../testing/api-client.ts'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import { getMember } from '../members/schema.ts'
import { getSession } from '../sign-in/schema.ts'
import * as schema from './schema.ts'

const t = await aTestApp()
let acme: TestWorkspace

beforeEach(async () => {
  acme = await t.aWorkspace()
})

const multipart = { 'content-type': 'multipart/form-data; boundary=x' }
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
const form = (content: Buffer | string, name = 'me.png') =>
  Buffer.concat([
    Buffer.from(`--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`),
    Buffer.from(content),
    Buffer.from('\r\n--x--\r\n'),
  ])
const send = (content: Buffer | string, client: ApiClient = acme.owner) =>
  client.request('PUT', '/api/v1/profile/avatar', form(content), multipart)
const fetchPicture = (query = '', headers = acme.owner.headers) =>
  t.server.inject({ method: 'GET', url: `/api/v1/members/${acme.ctx().actor.memberId}/avatar${query}`, headers })
const countFiles = async () =>
  (await t.app.db.selectFrom('files').select('id').where('workspaceId', '=', acme.id).execute()).length

test('a member’s picture is shown to colleagues, replaced and removed', async () => {
  const colleague = await acme.aMember('member')
  const first = (await send(png)).body.avatarFileId
  const shown = await colleague.client.call(getMember, { params: { id: acme.ctx().actor.memberId! } })
  expect(shown.avatarFileId).toBe(first)
  const answer = await fetchPicture(`?v=${first}`, colleague.client.headers)
  expect([answer.statusCode, answer.rawPayload.equals(png)]).toEqual([200, true])
  expect(answer.headers).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'private, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  })

  const second = (await send(png)).body.avatarFileId
  expect(second).not.toBe(first)
  expect((await fetchPicture(`?v=${first}`)).headers['cache-control']).toBe('private, no-cache')
  expect(await countFiles()).toBe(1)
  const { avatarFileId } = await acme.owner.call(schema.removeAvatar, {})
  expect([avatarFileId, await countFiles()]).toEqual([null, 0])
  expect((await fetchPicture()).statusCode).toBe(404)
})

test.each([
  ['a page named as a picture', '<!doctype html><script>alert(1)</script>'],
  ['a drawing, which may hold script', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
  ['a moving picture', 'GIF89a'],
  ['a picture that is cut off', png.subarray(0, 40)],
  ['a photo that shows nothing', Buffer.from('ffd8ffe000104a46494600ffd9', 'hex')],
  ['a photo that is cut off', Buffer.from('ffd8ffe000104a464946', 'hex')],
  ['half a WebP', Buffer.from('RIFF\x40\0\0\0WEBPVP8 ')],
])('refuses %s and keeps the picture before', async (_, content) => {
  const before = (await send(png)).body.avatarFileId
  expect((await send(content)).status).toBe(400)
  const { member } = await acme.owner.call(getSession, {})
  expect([member.avatarFileId, await countFiles()]).toEqual([before, 1])
})

test('a picture that is a page too is shown as a picture, in which nothing runs', async () => {
  await send(Buffer.concat([png, Buffer.from('<script>alert(1)</script>')]), acme.owner)
  expect((await fetchPicture()).headers).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining('sandbox'),
  })
})

test('refuses what is too large, and whoever is no person', async () => {
  expect((await send(Buffer.concat([png, Buffer.alloc(257 * 1024)]))).status).toBe(413)
  const key = await acme.anApiKey(['members:read'])
  expect((await send(png, key)).status).toBe(403)
  expect(await countFiles()).toBe(0)
})

test('is no attachment: nobody lists, opens or deletes it as a file', async () => {
  const id = (await send(png)).body.avatarFileId
  for (const [method, path] of [
    ['GET', `/files/${id}`],
    ['GET', `/files/${id}/address`],
    ['DELETE', `/files/${id}`],
  ] as const)
    expect((await acme.owner.request(method, `/api/v1${path}`)).status).toBe(404)
})

test('stays in its workspace', async () => {
  await send(png)
  const other = await t.aWorkspace()
  expect((await fetchPicture('', other.owner.headers)).statusCode).toBe(404)
})
