import { beforeEach, expect, test } from 'vitest'
import { within } from '../context.ts'
import { anEvent } from '../../testing/an-event.ts'
import { aTestApp, type TestWorkspace } from '../../testing/test-app.ts'
import { inTransaction } from '../db/database.ts'
import { runDueJobs } from '../jobs/worker.ts'
import { deliveryJob } from './deliver.ts'
import type { Reaction } from './reaction.ts'
import { record } from './record.ts'
import { addRetry, retryParkedJob } from './retry-parked.ts'

const t = await aTestApp()
let acme: TestWorkspace
let handled: string[]
let complaint: string | null

const picky: Reaction = {
  name: 'test.picky',
  kinds: 'all',
  async react(_ctx, events) {
    if (complaint !== null) throw new Error(complaint)
    handled.push(...events.map(event => event.id))
  },
}
const jobs = [deliveryJob([picky]), retryParkedJob([picky])]
const run = () => runDueJobs(t.app, t.url, jobs)
const parked = () =>
  t.app.db.selectFrom('parkedEvents').select(['error', 'attempts']).where('workspaceId', '=', acme.id).execute()
const waiting = () => t.app.db.selectFrom('eventBatches').select('id').where('workspaceId', '=', acme.id).execute()

beforeEach(async () => {
  acme = await t.aWorkspace()
  handled = []
  complaint = 'too salty'
})

async function aParkedEvent(): Promise<string> {
  const [id] = await inTransaction(t.app, ({ db }) =>
    record(within(acme.ctx(), db), [anEvent({ kind: 'thing.happened' })]),
  )
  await run()
  return id!
}
const retry = (eventId: string, reaction = picky.name) =>
  addRetry({ db: t.app.db, workspaceId: acme.id }, { reaction, eventId })

test('a retry that fails keeps the event parked with the new error', async () => {
  const id = await aParkedEvent()
  expect(await parked()).toEqual([{ error: 'Error: too salty', attempts: 1 }])
  complaint = 'too sweet'
  await retry(id)
  await run()
  expect(await parked()).toEqual([{ error: 'Error: too sweet', attempts: 2 }])
  expect(await waiting()).toEqual([])
})

test('a retry that succeeds handles the event once, however often it is asked for', async () => {
  const id = await aParkedEvent()
  complaint = null
  await retry(id)
  await retry(id)
  await run()
  await retry(id)
  await run()
  expect(await parked()).toEqual([])
  expect(handled).toEqual([id])
})

test('an event of a reaction that is no longer there stays parked and says so', async () => {
  const id = await aParkedEvent()
  await t.app.db.updateTable('parkedEvents').set({ reaction: 'test.gone' }).where('workspaceId', '=', acme.id).execute()
  await retry(id, 'test.gone')
  await run()
  expect(await parked()).toEqual([
    { error: 'Error: There is no reaction test.gone any more. Discard this event.', attempts: 2 },
  ])
})
