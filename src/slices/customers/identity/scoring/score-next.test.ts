import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { within } from '../../../../platform/context.ts'
import { insertAll } from '../../../../platform/db/row.ts'
import { systemCtx } from '../../../../platform/system-ctx.ts'
import { aTestApp, type TestWorkspace } from '../../../../testing/test-app.ts'
import { contactEndpoints } from '../../contacts/schema.ts'
import * as schema from '../schema.ts'
import { scoreSome } from './score-changed.ts'
import { scoreNext } from './score-next.ts'
import { findModel } from './stored-model.ts'

const t = await aTestApp({ LOG_LEVEL: 'error' })
let acme: TestWorkspace

beforeEach(async () => {
  acme = await t.aWorkspace()
})

/** People who were compared once, so that there is a model of them. */
async function comparedPeople(count: number): Promise<string[]> {
  const items = Array.from({ length: count }, (_, at) => ({
    firstName: `Otto ${at % 7}`,
    lastName: `Novak ${at % 11}`,
    email: `otto.${at}@example.com`,
  }))
  const saved = await acme.owner.call(contactEndpoints.save, { body: { items } })
  await t.runJobs()
  await acme.owner.call(schema.startRun, {})
  await t.runJobs()
  return saved.items.map(({ id }) => id!)
}

const tenant = () => ({ db: t.app.db, workspaceId: acme.id })
const wait = (ids: string[]) =>
  insertAll(
    tenant(),
    'identityWaiting',
    ids.map(contactId => ({ contactId })),
  )

async function count(table: 'identity_models' | 'identity_waiting'): Promise<number> {
  const rows = sql<{ count: number }>`select count(*) as count from ${sql.table(table)} where workspace_id = ${acme.id}`
  return (await rows.execute(t.app.db)).rows[0]!.count
}

test.each([
  ['up to the limit, those who wait are scored by the model that there is', 3, 0],
  ['beyond it everybody is compared, which makes a new model', 4, 1],
])('%s', async (_, waiting, newModels) => {
  const ids = await comparedPeople(12)
  const before = await count('identity_models')
  await wait(ids.slice(0, waiting))
  const limits = { fewPeople: 0, manyChanged: 3, mostComparedUnasked: 100 }
  const { signal } = new AbortController()
  const ctx = await systemCtx(t.app, acme.id)
  expect(await scoreNext(ctx, signal, limits)).toBe(true)
  expect([await count('identity_waiting'), (await count('identity_models')) - before]).toEqual([0, newModels])
  expect(await scoreNext(ctx, signal, limits)).toBe(false)
})

test('whoever changed is looked up by their keys, not by reading what is known of everybody', async () => {
  const ids = await comparedPeople(300)
  await sql`analyze identity_features`.execute(t.app.db)
  await wait(ids.slice(0, 3))
  const model = (await findModel(tenant()))!
  await t.app.db.transaction().execute(async db => {
    expect(await scoreSome(within(await systemCtx(t.app, acme.id), db), model)).toBe(3)
    const { rows } = await sql<{ scans: number }>`select seq_scan as scans
      from pg_stat_xact_user_tables where relname = 'identity_features'`.execute(db)
    expect(rows).toEqual([{ scans: 0 }])
  })
})
