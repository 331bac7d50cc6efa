import pg from 'pg'
import { beforeEach, expect, test } from 'vitest'
import { aTestApp, type TestWorkspace } from '../../testing/test-app.ts'
import { inTransaction } from '../db/database.ts'
import { tellLive } from './live.ts'

const t = await aTestApp()
let acme: TestWorkspace

beforeEach(async () => {
  acme = await t.aWorkspace()
})

function listen(workspace: TestWorkspace) {
  const heard: string[] = []
  let gaps = 0
  const stop = t.app.live.subscribe(
    workspace.id,
    ({ kinds }) => heard.push(...kinds),
    () => gaps++,
  )
  return { heard, stop, gaps: () => gaps }
}

const tell = (kind: string, workspace = acme) => tellLive({ db: t.app.db, workspaceId: workspace.id }, [kind])

test('passes messages on to the screens of their workspace only, until they stop listening', async () => {
  const beta = await t.aWorkspace()
  const [first, second, other] = [listen(acme), listen(acme), listen(beta)]
  await tell('a.happened')
  await expect.poll(() => [first.heard, second.heard]).toEqual([['a.happened'], ['a.happened']])
  first.stop()
  await tell('b.happened')
  await tell('c.happened', beta)
  await expect.poll(() => [second.heard, other.heard]).toEqual([['a.happened', 'b.happened'], ['c.happened']])
  expect(first.heard).toEqual(['a.happened'])
})

test('tells nothing of a transaction that is rolled back', async () => {
  const screen = listen(acme)
  await inTransaction(t.app, async ({ db }) => {
    await tellLive({ db, workspaceId: acme.id }, ['never.happened'])
    throw new Error('no')
  }).catch(() => {})
  await tell('a.happened')
  await expect.poll(() => screen.heard).toEqual(['a.happened'])
})

test('listens again after its connection was killed, and says that something may have been missed', async () => {
  const screen = listen(acme)
  await expect.poll(backends).toHaveLength(1)
  const [before] = await backends()
  const admin = new pg.Client({ connectionString: t.url })
  await admin.connect()
  await admin.query('select pg_terminate_backend($1)', [before])
  await expect.poll(backends, { timeout: 5000 }).not.toContain(before)
  await expect.poll(backends, { timeout: 5000 }).toHaveLength(1)
  await expect.poll(screen.gaps).toBe(1)
  await tell('a.happened')
  await expect.poll(() => screen.heard).toEqual(['a.happened'])
  await admin.end()
})

async function backends(): Promise<number[]> {
  const admin = new pg.Client({ connectionString: t.url })
  await admin.connect()
  const { rows } = await admin.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and application_name = 'rapport live' and query = 'listen rapport_live'`,
  )
  await admin.end()
  return rows.map(row => row.pid)
}
