import { beforeEach, expect, test } from 'vitest'
import { ApiClient } from '../../../testing/api-client.ts'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import * as contacts from '../../customers/contacts/schema.ts'
import * as members from '../members/schema.ts'
import * as schema from './schema.ts'

const t = await aTestApp()
let acme: TestWorkspace

beforeEach(async () => {
  acme = await t.aWorkspace()
})

const clientOf = (key: string) => new ApiClient(t.server, { authorization: `Bearer ${key}` })
const status = async (client: ApiClient) => (await client.try(contacts.listContacts, {})).status

test('is shown once, works within its scopes, and stops when revoked', async () => {
  const { key, ...made } = await acme.owner.call(schema.createApiKey, {
    body: { name: 'Shop', scopes: ['contacts:read'] },
  })
  expect(key).toMatch(/^rk_[0-9A-Za-z]{40}$/)
  expect(made).toMatchObject({
    prefix: key.slice(0, 8),
    scopes: ['contacts:read'],
    createdByName: 'Olga Owner',
    lastUsedAt: null,
  })
  const client = clientOf(key)
  expect(await status(client)).toBe(200)
  expect((await client.try(contacts.createContact, { body: { name: 'X' } })).status).toBe(403)
  const listed = JSON.stringify(await acme.owner.call(schema.listApiKeys, {}))
  expect(listed).not.toContain(key)
  const hashes = await t.app.db.selectFrom('apiKeyHashes').selectAll().where('workspaceId', '=', acme.id).execute()
  expect(hashes).toHaveLength(1)
  expect(hashes[0]!.hash.toString('latin1')).not.toContain(key)
  await acme.owner.call(schema.revokeApiKey, { params: { id: made.id } })
  expect(await status(client)).toBe(401)
  expect((await acme.owner.try(schema.revokeApiKey, { params: { id: made.id } })).status).toBe(404)
})

test('expires', async () => {
  const expiresAt = new Date(t.clock.now().getTime() + 60_000).toISOString()
  const { key } = await acme.owner.call(schema.createApiKey, {
    body: { name: 'Short', scopes: ['contacts:read'], expiresAt },
  })
  expect(await status(clientOf(key))).toBe(200)
  t.clock.advance(60_000)
  expect(await status(clientOf(key))).toBe(401)
  expect(
    (await acme.owner.try(schema.createApiKey, { body: { name: 'Past', scopes: ['contacts:read'], expiresAt } }))
      .status,
  ).toBe(400)
})

test('notes its use at most once a minute', async () => {
  const { id, key } = await acme.owner.call(schema.createApiKey, { body: { name: 'Busy', scopes: ['contacts:read'] } })
  const used = async () =>
    (await acme.owner.call(schema.listApiKeys, {})).items.find(item => item.id === id)!.lastUsedAt
  await status(clientOf(key))
  const first = await used()
  expect(first).toBe(t.clock.now().toISOString())
  t.clock.advance(59_000)
  await status(clientOf(key))
  expect(await used()).toBe(first)
  t.clock.advance(1000)
  await status(clientOf(key))
  expect(await used()).toBe(t.clock.now().toISOString())
})

test('holds no more than its maker, when made and later', async () => {
  const admin = await acme.aMember('admin')
  for (const [scopes, expected] of [
    [['mail:manage'], 403],
    [['nothing:here'], 400],
    [['*'], 400],
    [[], 400],
  ] as const) {
    expect((await admin.client.try(schema.createApiKey, { body: { name: 'X', scopes: [...scopes] } })).status).toBe(
      expected,
    )
  }
  const { key } = await admin.client.call(schema.createApiKey, {
    body: { name: 'X', scopes: ['contacts:export', 'contacts:read'] },
  })
  const exports = async () => (await clientOf(key).try(contacts.contactEndpoints.export, {})).status
  expect(await exports()).toBe(200)
  await acme.owner.call(members.changeRole, { params: { id: admin.id }, body: { role: 'member' } })
  expect(await exports()).toBe(403)
  expect(await status(clientOf(key))).toBe(200)
})

test('cannot make or list keys', async () => {
  const key = await acme.anApiKey(['api-keys:manage'])
  expect((await key.try(schema.createApiKey, { body: { name: 'Child', scopes: ['api-keys:manage'] } })).status).toBe(
    403,
  )
})

test.each([['rk_'], ['rk_short'], [`rk_${'a'.repeat(40)}`], [`rk_${'a'.repeat(39)}'`], ['x'.repeat(5000)], ['']])(
  'an unknown key %j is refused',
  async key => {
    expect(await status(clientOf(key))).toBe(401)
  },
)

test('a key beside a session cookie decides alone', async () => {
  const answer = await acme.owner.request('GET', '/api/v1/contacts', undefined, { authorization: 'Bearer rk_unknown' })
  expect(answer.status).toBe(401)
})

test('of another workspace is neither seen nor revoked', async () => {
  const other = await t.aWorkspace()
  const { id, key } = await other.owner.call(schema.createApiKey, {
    body: { name: 'Theirs', scopes: ['contacts:read'] },
  })
  expect(await acme.owner.call(schema.listApiKeys, {})).toEqual({ items: [] })
  expect((await acme.owner.try(schema.revokeApiKey, { params: { id } })).status).toBe(404)
  expect(await status(clientOf(key))).toBe(200)
})

test('a new key is not kept for an Idempotency-Key', async () => {
  const headers = { 'idempotency-key': 'one' }
  const { key } = await acme.owner.call(schema.createApiKey, {
    body: { name: 'Once', scopes: ['contacts:read'] },
    headers,
  })
  const kept = await t.app.db.selectFrom('idempotencyKeys').selectAll().where('workspaceId', '=', acme.id).execute()
  expect(JSON.stringify(kept)).not.toContain(key)
})
