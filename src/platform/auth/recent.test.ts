import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestApp, type TestApp, type TestWorkspace } from '../../testing/test-app.ts'
import { listApiKeys, revokeApiKey } from '../../slices/workspace/api-keys/schema.ts'
import { changeRole, removeMember } from '../../slices/workspace/members/schema.ts'
import { getSession } from '../../slices/workspace/sign-in/schema.ts'
import { inTransaction } from '../db/database.ts'
import { rightsChanged, rightsVersion } from './rights.ts'

let t: TestApp
let acme: TestWorkspace
/** Another process, whose writes this one does not hear of. */
let other: pg.Client

beforeAll(async () => {
  t = await createTestApp()
  other = new pg.Client({ connectionString: t.url })
  await other.connect()
})
afterAll(async () => {
  await other.end()
  await t.close()
})
beforeEach(async () => {
  acme = await t.aWorkspace()
})

const statements = async (): Promise<number> => {
  await other.query('select pg_stat_clear_snapshot()')
  return (
    await other.query<{ scans: number }>(
      `select coalesce(sum(idx_scan + seq_scan), 0)::int as scans from pg_stat_user_tables where relname = 'sessions'`,
    )
  ).rows[0]!.scans
}

test('somebody who asks again at once is not looked up again', async () => {
  await acme.owner.call(getSession, {})
  await new Promise(done => setTimeout(done, 1200))
  const before = await statements()
  await acme.owner.call(getSession, {})
  for (let n = 0; n < 20; n++) await acme.owner.call(getSession, {})
  await new Promise(done => setTimeout(done, 1200))
  expect((await statements()) - before).toBeLessThan(5)
})

test('what this process takes away is gone at once', async () => {
  const { id, client } = await acme.aMember('manager')
  const role = async () => (await client.call(getSession, {})).member.role
  expect(await role()).toBe('manager')
  await acme.owner.call(changeRole, { params: { id }, body: { role: 'member' } })
  expect(await role()).toBe('member')
  await acme.owner.call(removeMember, { params: { id } })
  expect((await client.try(getSession, {})).status).toBe(401)
})

test('rights that a transaction changes are read again when it has ended, whichever way it did', async () => {
  await inTransaction(t.app, async ({ db }) => {
    const before = rightsVersion()
    rightsChanged(db)
    expect(rightsVersion()).toBe(before)
    return before
  }).then(before => expect(rightsVersion()).toBe(before + 1))
  const before = rightsVersion()
  const failing = inTransaction(t.app, async ({ db }) => {
    rightsChanged(db)
    throw new Error('nothing was saved')
  })
  await expect(failing).rejects.toThrow('nothing was saved')
  expect(rightsVersion()).toBe(before + 1)
})

test('what another process takes away is gone within a second', async () => {
  const { id, client } = await acme.aMember('manager')
  await client.call(getSession, {})
  await other.query('update members set removed_at = now() where workspace_id = $1 and id = $2', [acme.id, id])
  t.clock.advance(1000)
  expect((await client.try(getSession, {})).status).toBe(401)
})

test('the same holds for API keys', async () => {
  const client = await acme.anApiKey(['contacts:read'])
  await client.call(getSession, {})
  const [key] = (await acme.owner.call(listApiKeys, {})).items
  await acme.owner.call(revokeApiKey, { params: { id: key!.id } })
  expect((await client.try(getSession, {})).status).toBe(401)
})
