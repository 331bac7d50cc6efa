import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { qualityOf, truePairs } from '../../../models/linkage/linkage.fixture.ts'
import { createTestApp, type TestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import { stepsOf } from '../imports/imports.fixture.ts'
import { getUndoing, startUndoing } from '../merges/schema.ts'
import * as schema from './schema.ts'

const reference = process.env.REFERENCE_DATA ?? join(import.meta.dirname, '../../../../../shared/reference')

describe.skipIf(!existsSync(reference))('FEBRL4 (REFERENCE_DATA), imported as two sources', () => {
  let t: TestApp
  let acme: TestWorkspace

  beforeAll(async () => {
    t = await createTestApp({ LOG_LEVEL: 'error' })
    acme = await t.aWorkspace({ country: 'AU' })
    const steps = stepsOf(t, acme)
    for (const file of ['dataset4a.csv', 'dataset4b.csv'])
      await steps.import(file, readFileSync(join(reference, 'febrl', file)))
  }, 120_000)
  afterAll(() => t.close())

  const exported = async () =>
    (await acme.owner.request('GET', '/api/v1/contacts/export?format=csv&sort=createdAt')).body as string

  async function ended({ id }: { id: string }) {
    await t.runJobs()
    const run = await acme.owner.call(schema.getRun, { params: { id } })
    expect(run).toMatchObject({ status: 'done', error: null })
    return run
  }

  /** Each contact's true entity, by the id that its file gave it, and whom it is merged into. */
  async function linked() {
    const contacts = await t.app.db
      .selectFrom('contacts')
      .innerJoin('handles', join =>
        join.onRef('handles.workspaceId', '=', 'contacts.workspaceId').onRef('handles.contactId', '=', 'contacts.id'),
      )
      .select(['contacts.id', 'contacts.mergedInto', 'handles.normal'])
      .where('contacts.workspaceId', '=', acme.id)
      .where('handles.kind', '=', 'external')
      .execute()
    const entityOf = (normal: string) => /rec-(\d+)-/.exec(normal)![1]!
    const groups = Map.groupBy(contacts, ({ id, mergedInto }) => mergedInto ?? id)
    const claimed = truePairs(contacts.map(({ id, mergedInto }) => mergedInto ?? id))
    const right = [...groups.values()].reduce(
      (sum, members) => sum + truePairs(members.map(({ normal }) => entityOf(normal))),
      0,
    )
    return qualityOf(claimed, right, truePairs(contacts.map(({ normal }) => entityOf(normal))))
  }

  test('is linked without labels and joined at the automatic threshold in under a minute, then taken apart to the byte', async () => {
    const before = await exported()
    expect(before.split('\n').filter(Boolean)).toHaveLength(10_001)
    const began = performance.now()
    const run = await ended(await acme.owner.call(schema.startRun, {}))
    expect(run.counts).toMatchObject({ people: 10_000 })
    await ended(await acme.owner.call(schema.startJoin, { body: { probability: 0.99 } }))
    const seconds = (performance.now() - began) / 1000
    const quality = await linked()
    expect(quality.f1).toBeGreaterThan(0.99)
    expect(quality.precision).toBeGreaterThan(0.999)
    expect(seconds).toBeLessThan(60)

    const { id: undoingId } = await acme.owner.call(startUndoing, { body: { how: 'automatic' } })
    await t.runJobs()
    expect(await acme.owner.call(getUndoing, { params: { undoingId } })).toMatchObject({ status: 'done', skipped: 0 })
    expect(await exported()).toBe(before)
  }, 120_000)
})
