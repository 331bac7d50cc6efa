import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tenantTables } from '../platform/db/tables.gen.ts'
import { inWorkspace, makeMatrix, endpointName, sendOn, type Matrix } from './tenant-matrix/matrix.ts'

/** The running app while a newer version's migration adds to the schema beneath it. */
let m: Matrix

beforeAll(async () => {
  m = await makeMatrix()
})
afterAll(() => m.t.close())

test('goes on when every table gets a new column, index and constraint', { timeout: 60_000 }, async () => {
  const safe = inWorkspace.filter(
    ({ method, path }) => method !== 'DELETE' && !/session|password|undo|run$|check$/.test(path),
  )
  const sendAll = async () => {
    const statuses: [string, number][] = []
    for (const endpoint of safe)
      statuses.push([endpointName(endpoint), (await sendOn(m.acme.owner, endpoint, m.own, m.own)).status])
    return statuses.filter(([, status]) => status >= 500)
  }
  // Twice, so that statements are prepared on every connection before the schema moves on.
  expect([...(await sendAll()), ...(await sendAll())]).toEqual([])
  const client = new pg.Client({ connectionString: m.t.url })
  await client.connect()
  for (const table of [...tenantTables, 'workspaces', 'users', 'sessions']) {
    await client.query(
      `alter table ${table} add column later text not null default 'x', add constraint ${table}_later_check check (later <> '') not valid;
       create index on ${table} (later)`,
    )
  }
  expect([...(await sendAll()), ...(await sendAll())]).toEqual([])
  await m.t.runJobs()
  const { rows } = await client.query('select last_error from graphile_worker.jobs where last_error is not null')
  expect(rows).toEqual([])
  await client.end()
})
