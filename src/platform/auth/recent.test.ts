import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestApp, type TestApp, type TestWorkspace } from '../../testing/test-app.ts'
import { getSession } from '../../slices/workspace/sign-in/schema.ts'

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

test('what this process takes away is gone at once, within a transaction too', async () => {
  const { id, client } = await acme.aMember('manager')
  const role = async () => (await client.call(getSession, {})).member.role
  expect(await role()).toBe('manager')
  await t.app.db
    .updateTable('members')
    .set({ role: 'member' })
    .where('workspaceId', '=', acme.id)
    .where('id', '=', id)
    .execute()
  expect(await role()).toBe('member')
  await t.app.db.transaction().execute(async tx => {
    await tx
      .updateTable('members')
      .set({ removedAt: t.clock.now() })
      .where('workspaceId', '=', acme.id)
      .where('id', '=', id)
      .execute()
    expect(await role()).toBe('member')
  })
  expect((await client.try(getSession, {})).status).toBe(401)
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
  await t.app.db.updateTable('apiKeys').set({ revokedAt: t.clock.now() }).where('workspaceId', '=', acme.id).execute()
  expect((await client.try(getSession, {})).status).toBe(401)
})
