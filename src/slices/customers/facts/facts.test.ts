import fc from 'fast-check'
import { expect, test } from 'vitest'
import { within } from '../../../platform/context.ts'
import { createOrder } from '../orders/public.ts'
import { rebuildAllFacts, rebuildFacts } from './public.ts'
import { t, makeWorld, happenings, step, deliver, readFacts, countRecords, setUp } from './facts.fixture.ts'

setUp()

test('events shuffled, repeated, in any batches, through merges and crashes, keep what the log says', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 15, maxLength: 40, size: 'max' }),
      fc.array(fc.nat(20), { maxLength: 8 }),
      async (life, last) => {
        const world = await makeWorld()
        for (const [kind, given] of life) await happenings[kind](world, given)
        if (last.length > 0) await deliver(world.ctx, last)
        await deliver(world.ctx, 'all')
        const kept = await readFacts(world.ctx)
        expect(
          kept.contacts.map(({ contactId, orders, orderAmount, firstOrderAt, lastOrderAt, returns }) => ({
            contactId,
            orders,
            orderAmount,
            firstOrderAt,
            lastOrderAt,
            returns,
          })),
        ).toEqual(await countRecords(world.ctx))
        for (const of of ['contact', 'company'] as const)
          await t.app.db.transaction().execute(tx => rebuildFacts(within(world.ctx, tx), of))
        expect(await readFacts(world.ctx)).toEqual(kept)
      },
    ),
    { numRuns: 50 },
  )
}, 120_000)

test('delivered by several workers at once, while facts are rebuilt, each event counts once', async () => {
  const world = await makeWorld()
  const { ctx } = world
  const buy = async (count: number) => {
    for (let index = 0; index < count; index++)
      await createOrder(ctx, { number: `N${index}`, contactId: world.contacts[index % 3], amount: 100 + index })
  }
  await buy(30)
  await Promise.all([t.runJobs(), rebuildAllFacts(t.app), t.runJobs(), buy(15), rebuildAllFacts(t.app)])
  await t.runJobs()
  await t.runJobs()
  const kept = await readFacts(ctx)
  expect(kept.contacts.map(facts => facts.orders)).toEqual([15, 15, 15])
  expect(kept.contacts.reduce((sum, facts) => sum + facts.orderAmount, 0)).toBe(30 * 100 + 435 + 15 * 100 + 105)
  expect(kept.companies.map(facts => facts.orders)).toEqual([15, 15])
  await rebuildAllFacts(t.app)
  expect(await readFacts(ctx)).toEqual(kept)
})

test('amounts end where they would not be exact any more, and orders are counted on', async () => {
  const world = await makeWorld()
  const { ctx } = world
  const order = { contactId: world.contacts[0], currency: 'USD', exchangeRate: 90, amount: 10 ** 14 }
  const bought = { orders: 3, orderAmount: Number.MAX_SAFE_INTEGER, netAmount: Number.MAX_SAFE_INTEGER }
  for (const number of ['1', '2', '3']) {
    await createOrder(ctx, { ...order, number })
    await deliver(ctx, 'all')
  }
  expect((await readFacts(ctx)).contacts).toMatchObject([bought, {}, {}])
  await rebuildAllFacts(t.app)
  expect((await readFacts(ctx)).contacts).toMatchObject([bought, {}, {}])
})
