import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { defineEvents } from '../../../kernel/event.ts'
import { newId } from '../../../kernel/ids.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { insertRow } from '../../../platform/db/row.ts'
import { record } from '../../../platform/events/record.ts'
import { countEvents, refold } from './public.ts'
import { t, makeWorld, readFacts, setUp } from './facts.fixture.ts'

setUp()

const worth = z.object({ pence: z.int() })
const giftEvents = defineEvents(
  'gift',
  { of: (gift: { id: string; contactId: string }) => ({ contactId: gift.contactId, subjectId: gift.id }) },
  {
    bought: { when: 'A gift was bought', data: worth, counts: { as: 'order', amount: 'pence' } },
    seen: { when: 'A gift was looked at' },
  },
)

test('what another slice declares counts, while the record counts that it is about', async () => {
  const { ctx, contacts } = await makeWorld()
  const contactId = contacts[0]!
  const app = {
    ...t.app,
    events: [...t.app.events, ...Object.values(giftEvents)],
    records: [...t.app.records, { name: 'gift', table: 'tags', countedWhile: "name <> 'given back'" }],
  }
  const id = newId()
  await insertRow(ctx, 'tags', { id, name: 'a gift' })
  const facts = async () => (await readFacts(ctx)).contacts[0]
  await inTransaction({ ...ctx, app }, async ctx => {
    const gift = { id, contactId }
    const events = [giftEvents.bought(gift, { pence: 250 }), giftEvents.seen(gift)]
    await countEvents(ctx, events, await record(ctx, events, true))
  })
  expect(await facts()).toMatchObject({ orders: 1, orderAmount: 250, netAmount: 250, touchpoints: 0 })
  await sql`update tags set name = 'given back' where workspace_id = ${ctx.workspaceId} and id = ${id}`.execute(ctx.db)
  await refold({ ...ctx, app }, 'contact', [contactId])
  expect(await facts()).toMatchObject({ orders: 0, orderAmount: 0 })
})
