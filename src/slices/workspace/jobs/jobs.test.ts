import { sql } from 'kysely'
import { z } from 'zod'
import { beforeEach, describe, expect, test } from 'vitest'
import { within } from '../../../platform/context.ts'
import { newId } from '../../../kernel/ids.ts'
import { deliveryJob } from '../../../platform/events/deliver.ts'
import type { Reaction } from '../../../platform/events/reaction.ts'
import { record } from '../../../platform/events/record.ts'
import { retryParkedJob } from '../../../platform/events/retry-parked.ts'
import { addJob } from '../../../platform/jobs/add-job.ts'
import { defineJob } from '../../../platform/jobs/jobs.ts'
import { runDueJobs } from '../../../platform/jobs/worker.ts'
import { anEvent } from '../../../testing/an-event.ts'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import { forgetAnswers } from './jobs.ts'
import * as schema from './schema.ts'

const t = await aTestApp()
let acme: TestWorkspace
let isBroken: boolean
let effects: string[]

/** Cannot digest the event numbered 500 while it is broken. */
const note: Reaction = {
  name: 'test.note',
  kinds: [{ kind: 'thing.happened' }],
  async react(_ctx, events) {
    if (isBroken && events.some(event => event.data.number === 500)) throw new Error('indigestible: 500')
    effects.push(...events.map(event => String(event.data.number)))
  },
}
const fragile = defineJob({
  name: 'test.fragile',
  payload: z.object({ workspaceId: z.string(), number: z.int() }),
  async run(_app, { number }) {
    if (isBroken) throw new Error('out of order')
    effects.push(`job ${number}`)
  },
})
const run = () => runDueJobs(t.app, t.url, [deliveryJob([note]), retryParkedJob([note]), fragile])

beforeEach(async () => {
  acme = await t.aWorkspace()
  isBroken = true
  effects = []
})

const listed = async (query: Record<string, unknown> = {}) => acme.owner.call(schema.listParked, { query })
const fail = async (number = 1, workspace = acme) => {
  await addJob(t.app, fragile.name, { workspaceId: workspace.id, number }, { maxAttempts: 1 })
  await run()
}

describe('one bad event in a thousand', () => {
  beforeEach(async () => {
    await record(
      acme.ctx(),
      Array.from({ length: 1000 }, (_, number) => anEvent({ kind: 'thing.happened', data: { number } })),
    )
    await run()
  })

  test('is parked with its error while the others go on, and a retry works once the cause is gone', async () => {
    expect(new Set(effects).size).toBe(999)
    const { items, nextCursor } = await listed()
    expect([items.length, nextCursor]).toEqual([1, null])
    expect(items[0]).toMatchObject({
      kind: 'event',
      name: 'test.note',
      error: 'Error: indigestible: 500',
      attempts: 1,
      eventKind: 'thing.happened',
      contactId: null,
    })
    const { id } = items[0]!

    await acme.owner.call(schema.retryParked, { params: { id } })
    await run()
    expect((await listed()).items).toMatchObject([{ id, attempts: 2 }])

    isBroken = false
    await acme.owner.call(schema.retryParked, { params: { id } })
    await run()
    expect((await listed()).items).toEqual([])
    expect(effects.filter(number => number === '500')).toHaveLength(1)
    expect((await acme.owner.try(schema.retryParked, { params: { id } })).status).toBe(404)
  })

  test('is discarded for good', async () => {
    const [item] = (await listed()).items
    await acme.owner.call(schema.discardParked, { params: { id: item!.id } })
    isBroken = false
    await run()
    expect((await listed()).items).toEqual([])
    expect(effects).not.toContain('500')
  })
})

describe('a job that failed for good', () => {
  test('is shown with its error, and a retry works once the cause is gone', async () => {
    await fail()
    const { items } = await listed()
    expect(items).toMatchObject([
      { kind: 'job', name: 'test.fragile', error: 'out of order', attempts: 1, eventId: null },
    ])
    isBroken = false
    await acme.owner.call(schema.retryParked, { params: { id: items[0]!.id } })
    expect(await acme.owner.call(schema.countJobs, {})).toMatchObject({ waiting: 1, parked: 0 })
    await run()
    expect(effects).toEqual(['job 1'])
    expect((await listed()).items).toEqual([])
  })

  test('is discarded for good', async () => {
    await fail()
    const [item] = (await listed()).items
    await acme.owner.call(schema.discardParked, { params: { id: item!.id } })
    isBroken = false
    await run()
    expect([effects, (await listed()).items]).toEqual([[], []])
  })

  test('is one of many, which are listed page by page and retried together', async () => {
    for (const number of [1, 2, 3, 4, 5])
      await addJob(t.app, fragile.name, { workspaceId: acme.id, number }, { maxAttempts: 1 })
    await run()
    const ids: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: { items: schema.ParkedWork[]; nextCursor: string | null } = await listed({
        limit: 2,
        ...(cursor ? { cursor } : {}),
      })
      ids.push(...page.items.map(item => item.id))
      cursor = page.nextCursor
    }
    expect(new Set(ids).size).toBe(5)
    isBroken = false
    expect((await acme.owner.try(schema.retryAllParked, { body: { ids: [...ids, 'job.999999999'] } })).status).toBe(404)
    expect(await acme.owner.call(schema.retryAllParked, { body: { ids } })).toEqual({ count: 5 })
    await run()
    expect(effects.sort()).toEqual(['job 1', 'job 2', 'job 3', 'job 4', 'job 5'])
  })
})

test('nobody sees or touches the parked work of another workspace', async () => {
  const beta = await t.aWorkspace()
  await fail(1, beta)
  const context = beta.ctx()
  await record(within(context, t.app.db), [anEvent({ kind: 'thing.happened', data: { number: 500 } })])
  await run()
  const theirs = (await beta.owner.call(schema.listParked, {})).items
  expect(theirs.map(item => item.kind).sort()).toEqual(['event', 'job'])
  expect((await listed()).items).toEqual([])
  expect(await acme.owner.call(schema.countJobs, {})).toEqual({
    waiting: 0,
    running: 0,
    scheduled: 0,
    undelivered: 0,
    parked: 0,
  })
  for (const { id } of theirs) {
    expect((await acme.owner.try(schema.retryParked, { params: { id } })).status).toBe(404)
    expect((await acme.owner.try(schema.discardParked, { params: { id } })).status).toBe(404)
  }
  expect((await beta.owner.call(schema.listParked, {})).items).toHaveLength(2)
})

test('work that waits is counted and cannot be retried or discarded', async () => {
  await addJob(t.app, fragile.name, { workspaceId: acme.id, number: 1 })
  await addJob(t.app, fragile.name, { workspaceId: acme.id, number: 2 }, { runAt: new Date('2126-01-01') })
  await record(acme.ctx(), [anEvent({ kind: 'thing.happened' }), anEvent({ kind: 'thing.happened' })])
  expect(await acme.owner.call(schema.countJobs, {})).toEqual({
    waiting: 2,
    running: 0,
    scheduled: 1,
    undelivered: 2,
    parked: 0,
  })
  const { rows } = await sql<{
    id: number
  }>`select j.id from graphile_worker._private_jobs j where j.payload ->> 'workspaceId' = ${acme.id}`.execute(t.app.db)
  for (const { id } of rows)
    expect((await acme.owner.try(schema.discardParked, { params: { id: `job.${id}` } })).status).toBe(404)
})

test('is for admins, and is noted in the audit log', async () => {
  await fail()
  const { id } = (await listed()).items[0]!
  const { client: manager } = await acme.aMember('manager')
  for (const endpoint of [schema.countJobs, schema.listParked])
    expect((await manager.try(endpoint, {})).status).toBe(403)
  for (const endpoint of [schema.retryParked, schema.discardParked])
    expect((await manager.try(endpoint, { params: { id } })).status).toBe(403)
  const { client: admin } = await acme.aMember('admin')
  await admin.call(schema.retryParked, { params: { id } })
  await run()
  await admin.call(schema.discardParked, { params: { id } })
  const entries = await t.app.db
    .selectFrom('auditEntries')
    .select(['action', 'detail'])
    .where('workspaceId', '=', acme.id)
    .orderBy('id')
    .execute()
  expect(entries).toEqual([
    { action: 'job.retried', detail: { ids: [id] } },
    { action: 'job.discarded', detail: { id } },
  ])
})

test.each(['1', 'job.', "job.1'", 'job.9999999999999999999', `event.${newId()}`, `event.${newId()}.a b`, 'event.x.y'])(
  '%j is no id of parked work',
  async id => {
    expect((await acme.owner.try(schema.retryParked, { params: { id } })).status).toBe(400)
  },
)

test('answers kept for an Idempotency-Key are forgotten after two days', async () => {
  const keep = (key: string, claimedAt: string) =>
    t.app.db
      .insertInto('idempotencyKeys')
      .values({
        workspaceId: acme.id,
        actorId: newId(),
        key,
        requestHash: Buffer.alloc(32),
        claimedAt: new Date(claimedAt),
      })
      .execute()
  await keep('old', '2026-02-28T09:59:00Z')
  await keep('fresh', '2026-02-28T10:01:00Z')
  await forgetAnswers.run(t.app, {}, new AbortController().signal)
  const left = await t.app.db.selectFrom('idempotencyKeys').select('key').where('workspaceId', '=', acme.id).execute()
  expect(left).toEqual([{ key: 'fresh' }])
})
