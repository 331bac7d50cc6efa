import { beforeEach, expect, test } from 'vitest'
import { within, type App } from '../context.ts'
import { anEvent } from '../../testing/an-event.ts'
import { aTestApp, type TestWorkspace } from '../../testing/test-app.ts'
import { inTransaction } from '../db/database.ts'
import { runDueJobs } from '../jobs/worker.ts'
import { deliveryJob, retryParked } from './deliver.ts'
import type { Reaction, RecordedEvent } from './reaction.ts'
import { record } from './record.ts'

const t = await aTestApp()
let acme: TestWorkspace
let seen: RecordedEvent[]
let poison: string | null
let breaks: boolean

/** Notes what it is given, in its transaction, as a tag a piece. */
const note: Reaction = {
  name: 'test.note',
  kinds: [{ kind: 'thing.happened' }],
  async react({ db: tx, workspaceId }, events) {
    for (const event of events) {
      await tx
        .insertInto('tags')
        .values({ workspaceId, id: event.id, name: String(event.data.number) })
        .execute()
      if (event.id === poison) throw new Error('indigestible')
    }
    if (breaks) throw Object.assign(new Error('Connection terminated unexpectedly'), { code: '57P01' })
    seen.push(...events)
  },
}
const run = () => runDueJobs(t.app, t.url, [deliveryJob([note])])

beforeEach(async () => {
  acme = await t.aWorkspace()
  seen = []
  poison = null
  breaks = false
})

const happen = (app: App, count: number, extra: object = {}) =>
  inTransaction(app, ({ db }) =>
    record(
      within(acme.ctx(), db),
      Array.from({ length: count }, (_, number) => anEvent({ kind: 'thing.happened', data: { number }, ...extra })),
    ),
  )
const noted = () => t.app.db.selectFrom('tags').select('name').where('workspaceId', '=', acme.id).execute()

test('hands events over once, in the order in which they were recorded', async () => {
  const ids = [...(await happen(t.app, 3)), ...(await happen(t.app, 0)), ...(await happen(t.app, 2).catch(() => []))]
  expect(ids).toHaveLength(5)
  await run().catch(() => {})
  await run()
  expect(seen.map(event => event.id).slice(0, 3)).toEqual(ids.slice(0, 3))
})

test('a delivery that breaks off leaves no effect and is done again as a whole', async () => {
  await happen(t.app, 3)
  breaks = true
  await run()
  expect(await noted()).toEqual([])
  breaks = false
  await t.app.db.selectNoFrom(eb => eb.fn('now').as('x')).execute()
  await deliveryJob([note]).run(t.app, { workspaceId: acme.id }, new AbortController().signal)
  await deliveryJob([note]).run(t.app, { workspaceId: acme.id }, new AbortController().signal)
  expect(await noted()).toHaveLength(3)
  expect(seen).toHaveLength(3)
})

test('two deliveries at once count each event once', async () => {
  await Promise.all(Array.from({ length: 10 }, (_, batch) => happen(t.app, 1, { data: { number: batch } })))
  const job = deliveryJob([note])
  await Promise.all([1, 2, 3].map(() => job.run(t.app, { workspaceId: acme.id }, new AbortController().signal)))
  expect(await noted()).toHaveLength(10)
})

test('one bad event among a thousand is parked with its error, the others go on, and a retry succeeds', async () => {
  const ids = await happen(t.app, 1000)
  poison = ids[500]!
  await run()
  expect(await noted()).toHaveLength(999)
  const parked = await t.app.db
    .selectFrom('parkedEvents')
    .select(['eventId', 'error'])
    .where('workspaceId', '=', acme.id)
    .execute()
  expect(parked).toEqual([{ eventId: poison, error: 'Error: indigestible' }])
  const ctx = { app: t.app, db: t.app.db, workspaceId: acme.id }
  await expect(retryParked(ctx, note, poison)).rejects.toThrow('indigestible')
  const bad = poison
  poison = null
  await retryParked(ctx, note, bad)
  await retryParked(ctx, note, bad)
  expect(await noted()).toHaveLength(1000)
})

test('an event with a source key that is known is neither written nor delivered again', async () => {
  const [first] = await happen(t.app, 1, { sourceKey: 'message-1' })
  expect(await happen(t.app, 1, { sourceKey: 'message-1' })).toEqual([])
  await run()
  expect(seen.map(event => event.id)).toEqual([first])
})

test('a transaction that is rolled back leaves nothing to deliver', async () => {
  await inTransaction(t.app, async ({ db }) => {
    await record(within(acme.ctx(), db), [anEvent({ kind: 'thing.happened' })])
    throw new Error('no')
  }).catch(() => {})
  await run()
  expect(seen).toEqual([])
})
