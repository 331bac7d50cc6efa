import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import { rebuildFacts } from '../../customers/facts/public.ts'
import { aTestApp } from '../../../testing/test-app.ts'
import { commit } from './commit.ts'
import { findHolder, type KeyHolder } from './keys.ts'
import { readMessage } from './message.ts'
import * as schema from './schema.ts'

/** Events come late, twice and in any order; the end is the same. */
const t = await aTestApp()

const devices = [
  'd0000000-0000-4000-8000-00000000000a',
  'd0000000-0000-4000-8000-00000000000b',
  'd0000000-0000-4000-8000-00000000000c',
]
const users = ['u1', 'u2', 'u3']
const emails = ['anna@x.example', 'boris@x.example', 'info@x.example']
const orders = ['O-1', 'O-2']
const phone = '+420777111222'

const device = fc.constantFrom(...devices)
const user = fc.constantFrom(...users)
const order = fc.constantFrom(...orders)
const seen = fc.oneof(
  fc.record({ type: fc.constant('track'), event: fc.constant('Clicked'), anonymousId: device }),
  fc.record({ type: fc.constant('page'), name: fc.constant('Home'), anonymousId: device, userId: user }),
  fc.record({ type: fc.constant('track'), event: fc.constant('Used'), userId: user }),
  fc
    .record({
      userId: user,
      anonymousId: fc.option(device, { nil: undefined }),
      email: fc.constantFrom(undefined, ...emails),
      hasPhone: fc.boolean(),
      title: fc.constantFrom('Buyer', 'Clerk', 'Boss'),
    })
    .map(({ userId, anonymousId, email, hasPhone, title }) => ({
      type: 'identify',
      userId,
      anonymousId,
      traits: {
        ...(email ? { email } : {}),
        ...(hasPhone ? { phone } : {}),
        name: `Person ${userId}`.replace('Person', userId === 'u1' ? 'Anna' : userId === 'u2' ? 'Boris' : 'Cyril'),
        title,
      },
    })),
  fc.record({ type: fc.constant('alias'), previousId: device, userId: user }),
  fc.record({
    type: fc.constant('group'),
    userId: user,
    groupId: fc.constantFrom('g1', 'g2'),
    traits: fc.constant({ name: 'Initech' }),
  }),
  fc
    .record({
      order,
      total: fc.integer({ min: 1, max: 50 }),
      event: fc.constantFrom('Order Completed', 'Order Updated', 'Order Refunded', 'Order Cancelled'),
      full: fc.boolean(),
    })
    .map(({ order: id, total, event, full }) => ({
      type: 'track',
      event,
      userId: id === 'O-1' ? 'u1' : 'u2',
      properties: { order_id: id, ...(full && event === 'Order Refunded' ? {} : { total }) },
    })),
)
const history = fc.array(seen, { minLength: 1, maxLength: 12 }).map(events =>
  events.map((event, at) => ({
    ...event,
    messageId: `m${at}`,
    timestamp: new Date(Date.UTC(2026, 1, 1, 0, at)).toISOString(),
  })),
)

/** Sends the events in groups, as the server gathers them, and tells the state in words that name no ids. */
async function stateAfter(events: object[], sizes: number[]): Promise<unknown> {
  const acme = await t.aWorkspace()
  const made = await acme.owner.call(schema.createSource, { body: { name: 'Shop' } })
  const source = (await findHolder(t.app.db, made.writeKey)) as KeyHolder
  for (let at = 0, group = 0; at < events.length; group++) {
    const size = sizes[group % sizes.length]!
    const received = events
      .slice(at, at + size)
      .map(event => ({ source, message: readMessage(event, null, null, t.clock.now()), isTracked: true }))
    await commit(t.app, acme.id, received)
    at += size
  }
  await t.runJobs()
  const kept = await factsOf(acme.id)
  await t.app.db.transaction().execute(tx => rebuildFacts({ app: t.app, db: tx, workspaceId: acme.id }, 'contact'))
  expect(await factsOf(acme.id)).toEqual(kept)
  return kept
}

async function factsOf(workspaceId: WorkspaceId): Promise<unknown> {
  const { rows } = await sql`
    select (select array_agg(own.kind || ' ' || own.normal || ' ' || own.identifies order by own.kind || own.normal)
        from (select h.kind, h.normal, bool_or(h.is_identifying) as identifies
          from handles h join contacts m on m.workspace_id = h.workspace_id and m.id = h.contact_id
          where h.workspace_id = ${workspaceId} and m.workspace_id = ${workspaceId} and h.deleted_at is null and coalesce(m.merged_into, m.id) = c.id
          group by h.kind, h.normal) own) as handles,
      c.lifecycle, f.orders, f.order_amount, f.returns, f.return_amount, f.net_amount, f.touchpoints, f.first_touch_at, f.last_touch_at, f.first_order_at, f.last_order_at
    from contacts c left join contact_facts f on f.workspace_id = c.workspace_id and f.contact_id = c.id
    where c.workspace_id = ${workspaceId} and c.merged_into is null order by 1`.execute(t.app.db)
  const own = await sql`
    select h.normal, array_agg(distinct c.job_title) as titles, array_agg(distinct co.name) as companies
    from handles h join contacts c on c.workspace_id = h.workspace_id and c.id = h.contact_id
      left join companies co on co.workspace_id = c.workspace_id and co.id = c.company_id
    where h.workspace_id = ${workspaceId} and h.kind = 'external' and (
      select count(*) from handles o where o.workspace_id = ${workspaceId} and o.contact_id = c.id and o.kind = 'external') = 1
      and c.merged_into is null and not c.has_merged
    group by 1 order by 1`.execute(t.app.db)
  const money = await sql`
    select o.number, o.amount, o.status, o.quantity, o.placed_at,
      array(select r.amount from returns r where r.workspace_id = o.workspace_id and r.order_id = o.id and r.deleted_at is null order by 1) as returns
    from orders o where o.workspace_id = ${workspaceId} and o.deleted_at is null order by 1`.execute(t.app.db)
  const log = await sql`
    select e.kind, e.source_key, e.occurred_at from events e where e.workspace_id = ${workspaceId} and e.source_key is not null order by 2`.execute(
    t.app.db,
  )
  return JSON.parse(JSON.stringify({ contacts: rows, own: own.rows, money: money.rows, log: log.rows }))
}

test(
  'every event three times in random order ends in the same contacts, handles, facts and orders',
  { timeout: 240_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        history,
        fc.infiniteStream(fc.nat()),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
        async (events, random, sizes) => {
          const shuffled = [...events, ...events, ...events]
            .map(event => ({ event, at: random.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ event }) => event)
          expect(await stateAfter(shuffled, sizes)).toEqual(await stateAfter(events, [1]))
        },
      ),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 20) },
    )
  },
)
