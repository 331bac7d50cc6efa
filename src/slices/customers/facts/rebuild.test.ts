import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { within } from '../../../platform/context.ts'
import { markMerged } from '../contacts/merged.fixture.ts'
import { retryParked } from '../../../platform/events/deliver.ts'
import { record } from '../../../platform/events/record.ts'
import { anEvent } from '../../../testing/an-event.ts'
import { createOrder } from '../orders/public.ts'
import { rebuildAllFacts } from './public.ts'
import { keepFacts } from './reactions.ts'
import { t, makeWorld, readFacts, setUp } from './facts.fixture.ts'

setUp()

test('rebuilding drops the facts of those merged away and of nobody', async () => {
  const world = await makeWorld()
  await createOrder(world.ctx, { number: 'N', contactId: world.contacts[0], amount: 100 })
  await t.runJobs()
  const { workspaceId } = world.ctx
  await markMerged({ db: t.app.db, workspaceId }, world.contacts[0]!, world.contacts[1]!)
  await t.app.db
    .updateTable('contactFacts')
    .set({ netAmount: 7, orders: 9 })
    .where('workspaceId', '=', workspaceId)
    .execute()
  await rebuildAllFacts(t.app)
  const { contacts } = await readFacts(world.ctx)
  expect(contacts.map(facts => [facts.contactId, facts.orders, facts.netAmount])).toEqual([
    [world.contacts[1], 1, 100],
    [world.contacts[2], 0, 0],
  ])
})

test('an event that could not be counted is parked, is left out by a rebuild, and counts once when it is retried', async () => {
  const world = await makeWorld()
  const { ctx } = world
  const contactId = world.contacts[0]
  const broken = anEvent({ kind: 'order.placed', contactId, channel: 'shop', data: { baseAmount: 'much' } })
  const [eventId] = await t.app.db.transaction().execute(tx => record(within(ctx, tx), [broken]))
  await createOrder(ctx, { number: 'N', contactId: world.contacts[0], amount: 100 })
  await t.runJobs()
  const facts = async () => (await readFacts(ctx)).contacts[0]
  expect(await facts()).toMatchObject({ orders: 1, orderAmount: 100 })
  await rebuildAllFacts(t.app)
  expect(await facts()).toMatchObject({ orders: 1, orderAmount: 100 })
  await expect(retryParked(ctx, keepFacts, eventId!)).rejects.toThrow()
  await sql`update events set data = '{"baseAmount": 50}' where workspace_id = ${ctx.workspaceId} and id = ${eventId}`.execute(
    t.app.db,
  )
  await retryParked(ctx, keepFacts, eventId!)
  await retryParked(ctx, keepFacts, eventId!)
  expect(await facts()).toMatchObject({ orders: 2, orderAmount: 150 })
})
