import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll } from 'vitest'
import { within, type Ctx } from '../../../platform/context.ts'
import { AppError } from '../../../kernel/errors.ts'
import type { RecordedEvent } from '../../../platform/events/reaction.ts'
import { record } from '../../../platform/events/record.ts'
import { anEvent } from '../../../testing/an-event.ts'
import { createTestApp, type TestApp } from '../../../testing/test-app.ts'
import { createCompany } from '../companies/public.ts'
import { createContact } from '../contacts/public.ts'
import { markMerged } from '../contacts/merged.fixture.ts'
import {
  changeOrder,
  createOrder,
  deleteOrders,
  deleteReturn,
  receiveReturn,
  restoreOrders,
  restoreReturn,
} from '../orders/public.ts'
import { rebuildFacts, refold } from './public.ts'
import { keepFacts } from './reactions.ts'

export let t: TestApp

export function setUp(): void {
  beforeAll(async () => {
    t = await createTestApp()
  })
  afterAll(() => t.close())
}

/** What a customer may have: three contacts, the first two of a company, and what happens to them. */
export interface World {
  ctx: Ctx
  contacts: string[]
  companies: string[]
  orders: string[]
  returns: string[]
}
export async function makeWorld(): Promise<World> {
  const ctx = (await t.aWorkspace()).ctx()
  const companies = [await createCompany(ctx, { name: 'Umbrella' }), await createCompany(ctx, { name: 'Initech' })]
  const contacts = [
    await createContact(ctx, { name: 'Ada', companyId: companies[0] }),
    await createContact(ctx, { name: 'Bob', companyId: companies[1] }),
    await createContact(ctx, { name: 'Cid' }),
  ]
  return { ctx, contacts, companies, orders: [], returns: [] }
}
export interface Chance {
  index: number
  other: number
  amount: number
  at: string
  /** Few enough that some come twice. */
  sourceId: string | undefined
  picks: number[] | 'all'
  isCrash: boolean
}
export const chance: fc.Arbitrary<Chance> = fc.record({
  index: fc.nat(2),
  other: fc.nat(2),
  amount: fc.nat(5000),
  at: fc.nat(60).map(day => new Date(Date.UTC(2026, 0, 1 + day)).toISOString()),
  sourceId: fc.constantFrom(undefined, undefined, 'a', 'b'),
  picks: fc.oneof(fc.constant<'all'>('all'), fc.array(fc.nat(20), { minLength: 1, maxLength: 6 })),
  isCrash: fc.constantFrom(false, false, true),
})
export const pick = (ids: string[], index: number) => ids[index % ids.length]
/** What may happen, in any order and number. */
export const happenings = {
  place: async (world: World, { index, amount, at, sourceId, isCrash }: Chance) => {
    const origin = sourceId === undefined ? {} : { source: 's', sourceId }
    const status = isCrash ? 'cancelled' : 'placed'
    const input = { number: 'N', contactId: world.contacts[index], amount, placedAt: at, status, ...origin } as const
    const { id, isNew } = await createOrder(world.ctx, input)
    if (isNew) world.orders.push(id)
  },
  correct: ({ ctx, orders }: World, { index, amount }: Chance) =>
    unlessRefused(pick(orders, index), id => changeOrder(ctx, id, { amount })),
  pay: ({ ctx, orders }: World, { index }: Chance) =>
    unlessRefused(pick(orders, index), id => changeOrder(ctx, id, { status: 'paid' })),
  cancel: ({ ctx, orders }: World, { index }: Chance) =>
    unlessRefused(pick(orders, index), id => changeOrder(ctx, id, { status: 'cancelled' })),
  deleteOrder: ({ ctx, orders }: World, { index }: Chance) =>
    unlessRefused(pick(orders, index), id => deleteOrders(ctx, [id])),
  restoreOrder: ({ ctx, orders }: World, { index }: Chance) =>
    unlessRefused(pick(orders, index), id => restoreOrders(ctx, [id])),
  returnOrder: (world: World, { index, amount, at }: Chance) =>
    unlessRefused(pick(world.orders, index), async orderId =>
      world.returns.push((await receiveReturn(world.ctx, { orderId, amount, returnedAt: at })).id),
    ),
  returnLoose: async ({ ctx, contacts, returns }: World, { index, amount, at }: Chance) =>
    returns.push((await receiveReturn(ctx, { number: 'R', contactId: contacts[index], amount, returnedAt: at })).id),
  deleteReturn: ({ ctx, returns }: World, { index }: Chance) =>
    unlessRefused(pick(returns, index), id => deleteReturn(ctx, id)),
  restoreReturn: ({ ctx, returns }: World, { index }: Chance) =>
    unlessRefused(pick(returns, index), id => restoreReturn(ctx, id)),
  write: ({ ctx, contacts }: World, { index, at, sourceId: sourceKey }: Chance) =>
    ctx.app.db.transaction().execute(tx =>
      record(within(ctx, tx), [
        anEvent({
          kind: 'message.received',
          contactId: contacts[index],
          channel: 'chat',
          occurredAt: new Date(at),
          sourceKey,
        }),
      ]),
    ),
  merge: (world: World, { index, other }: Chance) => merge(world, world.contacts[index]!, world.contacts[other]!),
  unmerge: (world: World, { index }: Chance) => unmerge(world, world.contacts[index]!),
  rebuild: ({ ctx }: World) => ctx.app.db.transaction().execute(tx => rebuildFacts(within(ctx, tx), 'contact')),
  deliver: ({ ctx }: World, { picks, isCrash }: Chance) => deliver(ctx, picks, isCrash),
}
export const kinds = Object.keys(happenings) as (keyof typeof happenings)[]
export const step = fc.tuple(fc.constantFrom(...kinds, 'place', 'deliver', 'deliver', 'deliver'), chance)
/** Refusals are part of life: what they leave is as it was. */
export async function unlessRefused(id: string | undefined, work: (id: string) => Promise<unknown>): Promise<void> {
  try {
    if (id !== undefined) await work(id)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}
export async function merge({ ctx }: World, from: string, into: string): Promise<void> {
  await ctx.app.db.transaction().execute(async tx => {
    const { workspaceId } = ctx
    const roots = await tx
      .selectFrom('contacts')
      .select(['id', 'hasMerged'])
      .where('workspaceId', '=', workspaceId)
      .where('id', 'in', [from, into])
      .where('mergedInto', 'is', null)
      .execute()
    if (roots.length < 2 || roots.find(root => root.id === from)!.hasMerged) return
    await markMerged({ db: tx, workspaceId }, from, into)
    await refold(within(ctx, tx), 'contact', [from, into])
  })
}
export async function unmerge({ ctx }: World, id: string): Promise<void> {
  await ctx.app.db.transaction().execute(async tx => {
    const { workspaceId } = ctx
    const { mergedInto } = await tx
      .selectFrom('contacts')
      .select('mergedInto')
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    if (mergedInto === null) return
    await tx
      .updateTable('contacts')
      .set({ mergedInto: null })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', id)
      .execute()
    await sql`update contacts c set has_merged = exists (select from contacts m where m.workspace_id = c.workspace_id and m.merged_into = c.id)
      where c.workspace_id = ${workspaceId} and c.id = ${mergedInto}`.execute(tx)
    await refold(within(ctx, tx), 'contact', [id, mergedInto])
  })
}
/** Hands some of the waiting events to the reaction, in any order and out of any batches; a crash undoes all of it. */
export async function deliver(ctx: Ctx, picks: number[] | 'all', isCrash = false): Promise<void> {
  const crash = new Error('crash')
  try {
    await ctx.app.db.transaction().execute(async tx => {
      const batches = await tx
        .selectFrom('eventBatches')
        .select(['id', 'eventIds'])
        .where('workspaceId', '=', ctx.workspaceId)
        .orderBy('id')
        .execute()
      const waiting = batches.flatMap(batch => batch.eventIds)
      if (waiting.length === 0) return
      const chosen = [...new Set(picks === 'all' ? waiting : picks.map(index => waiting[index % waiting.length]!))]
      for (const { id, eventIds } of batches) {
        const rest = eventIds.filter(eventId => !chosen.includes(eventId))
        await tx
          .updateTable('eventBatches')
          .set({ eventIds: rest })
          .where('workspaceId', '=', ctx.workspaceId)
          .where('id', '=', id)
          .execute()
      }
      const rows = await tx
        .selectFrom('events')
        .select([
          'id',
          'kind',
          'contactId',
          'companyId',
          'channel',
          'subjectType',
          'subjectId',
          'actorKind',
          'actorId',
          'occurredAt',
          'recordedAt',
          'data',
        ])
        .where('workspaceId', '=', ctx.workspaceId)
        .where('id', 'in', chosen)
        .execute()
      const events = chosen.map(id => rows.find(row => row.id === id) as unknown as RecordedEvent)
      await keepFacts.react(within(ctx, tx), events)
      if (isCrash) throw crash
    })
  } catch (error) {
    if (error !== crash) throw error
  }
}
export async function readFacts({ app, workspaceId }: Ctx) {
  const contacts = await app.db
    .selectFrom('contactFacts')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .orderBy('contactId')
    .execute()
  const companies = await app.db
    .selectFrom('companyFacts')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .orderBy('companyId')
    .execute()
  return { contacts, companies }
}
/** The same figures out of the tables of orders and returns, by another way than the log. */
export async function countRecords({ app, workspaceId }: Ctx) {
  const { rows } = await sql<Record<string, unknown>>`
    select c.id as contact_id, count(o.id)::int as orders, coalesce(sum(o.base_amount), 0)::bigint as order_amount, min(o.placed_at) as first_order_at, max(o.placed_at) as last_order_at,
      (select count(*)::int from returns r join contacts m on m.workspace_id = r.workspace_id and m.id = r.contact_id
        where r.workspace_id = c.workspace_id and coalesce(m.merged_into, m.id) = c.id and r.deleted_at is null) as returns
    from contacts c
      left join contacts m on m.workspace_id = c.workspace_id and coalesce(m.merged_into, m.id) = c.id
      left join orders o on o.workspace_id = c.workspace_id and o.contact_id = m.id and o.deleted_at is null and o.status <> 'cancelled'
    where c.workspace_id = ${workspaceId} and c.merged_into is null group by c.workspace_id, c.id
    order by c.id`.execute(app.db)
  return rows
}
