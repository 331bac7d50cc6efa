import { describe, expect, test } from 'vitest'
import * as companies from '../companies/schema.ts'
import * as contacts from '../contacts/schema.ts'
import { aShop, acme, ada, anOrder, eventsOf, factsOf, listed, t } from './orders.fixture.ts'
import * as schema from './schema.ts'

aShop()

describe('recording', () => {
  test('keeps items, values it in the workspace’s currency and is a touchpoint when it was placed', async () => {
    const umbrella = await acme.owner.call(companies.createCompany, { body: { name: 'Umbrella' } })
    await acme.owner.call(contacts.changeContact, { params: { id: ada.id }, body: { companyId: umbrella.id } })
    const order = await anOrder({
      number: 'N-1',
      currency: 'USD',
      exchangeRate: 0.9,
      placedAt: '2026-02-27T22:30:00Z',
      channel: 'phone',
      items: [
        { name: 'Tea', sku: 'T1', quantity: 2, unitAmount: 500 },
        { name: 'Discount', quantity: 1, amount: -100 },
      ],
    })
    expect(order).toMatchObject({
      number: 'N-1',
      contactId: ada.id,
      contactName: 'Ada',
      companyId: umbrella.id,
      companyName: 'Umbrella',
      currency: 'USD',
      amount: 900,
      baseAmount: 810,
      exchangeRate: 0.9,
      quantity: 3,
      status: 'placed',
      source: 'manual',
      returns: [],
      items: [
        { sku: 'T1', name: 'Tea', quantity: 2, unitAmount: 500, amount: 1000 },
        { sku: null, name: 'Discount', quantity: 1, unitAmount: -100, amount: -100 },
      ],
    })
    expect(await eventsOf()).toEqual([
      {
        kind: 'order.placed',
        contactId: ada.id,
        companyId: umbrella.id,
        channel: 'phone',
        occurredAt: new Date('2026-02-27T22:30:00Z'),
        data: { orderId: order.id, number: 'N-1', amount: 900, currency: 'USD', baseAmount: 810, itemCount: 2 },
      },
    ])
    expect(await factsOf(ada.id)).toMatchObject({
      orders: 1,
      orderAmount: 810,
      netAmount: 810,
      touchpoints: 1,
      firstOrderAt: '2026-02-27T22:30:00+00:00',
    })
    expect((await acme.owner.call(companies.getCompany, { params: { id: umbrella.id } })).facts).toMatchObject({
      orders: 1,
      netAmount: 810,
    })
  })

  test('takes the workspace’s exchange rate, and says how to fix a missing one', async () => {
    const missing = await acme.owner.try(schema.createOrder, {
      body: { number: 'N', contactId: ada.id, amount: 100, currency: 'CHF' },
    })
    expect(missing).toMatchObject({ status: 422, body: { fields: [{ path: 'exchangeRate' }] } })
    expect(missing.body.detail).toContain('CHF to EUR')
    await acme.owner.request('PUT', '/api/v1/settings/exchange-rates', { items: [{ currency: 'CHF', rate: 1.05 }] })
    expect(await anOrder({ amount: 100, currency: 'CHF' })).toMatchObject({ baseAmount: 105, exchangeRate: 1.05 })
  })

  test.each([
    [{ amount: 1 }, 'contactId'],
    [{ contactId: 'ada', amount: undefined }, 'amount'],
    [{ contactId: 'ada', number: undefined, amount: 1 }, 'number'],
    [{ contactId: 'ada', amount: -1 }, 'amount'],
    [{ contactId: 'ada', amount: 1.5 }, 'amount'],
    [{ contactId: 'ada', amount: 2, items: [{ name: 'Tea', amount: 1 }] }, 'amount'],
    [{ contactId: 'ada', items: [{ name: 'Tea' }] }, 'items.0.amount'],
    [{ contactId: 'ada', amount: 1, currency: 'euro' }, 'currency'],
    [{ contactId: 'ada', amount: 1, placedAt: '2926-01-01T00:00:00Z' }, 'placedAt'],
    [{ contactId: 'ada', amount: 1, status: 'lost' }, 'status'],
    [{ contactId: 'ada', amount: 1, workspaceId: 'x' }, 'workspaceId'],
  ])('refuses %j naming %s', async (given, path) => {
    const body = { number: 'N', ...given, ...('contactId' in given ? { contactId: ada.id } : {}) }
    const answer = await acme.owner.try(schema.createOrder, { body: body as never })
    expect([answer.status, answer.body.fields?.[0].path]).toEqual([400, path])
  })

  test('is refused for a contact or company that is elsewhere, deleted or not to be seen', async () => {
    const beta = await t.aWorkspace()
    const foreign = await beta.owner.call(contacts.createContact, { body: { name: 'Foreign' } })
    const foreignCompany = await beta.owner.call(companies.createCompany, { body: { name: 'Foreign' } })
    const gone = await acme.owner.call(contacts.createContact, { body: { name: 'Gone' } })
    await acme.owner.call(contacts.contactEndpoints.delete, { params: { id: gone.id } })
    for (const owner of [{ contactId: foreign.id }, { companyId: foreignCompany.id }, { contactId: gone.id }]) {
      expect((await acme.owner.try(schema.createOrder, { body: { number: 'N', amount: 1, ...owner } })).status).toBe(
        404,
      )
      expect((await acme.owner.try(schema.createReturn, { body: { number: 'N', amount: 1, ...owner } })).status).toBe(
        404,
      )
      const bulk = {
        items: [
          { number: 'Good', amount: 1, contactId: ada.id },
          { number: 'N', amount: 1, ...owner },
        ],
      }
      expect((await acme.owner.try(schema.orderEndpoints.save, { body: bulk })).status).toBe(404)
    }
    expect(await listed('')).toEqual([])
  })

  test('the same source id answers what is there, also when two come at once', async () => {
    const body = { number: 'N', contactId: ada.id, amount: 500, source: 'shopify', sourceId: '450789469' }
    const answers = await Promise.all([1, 2, 3].map(() => acme.owner.try(schema.createOrder, { body })))
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 200, 201])
    expect(new Set(answers.map(answer => answer.body.id)).size).toBe(1)
    expect(await factsOf(ada.id)).toMatchObject({ orders: 1, orderAmount: 500 })
    const again = await acme.owner.try(schema.createOrder, {
      body: { ...body, amount: 999 },
      headers: { 'idempotency-key': 'k' },
    })
    expect(again).toMatchObject({ status: 200, body: { amount: 500 } })
    const returned = { amount: 100, source: 'shopify', sourceId: 'r1' }
    const params = { id: answers[0]!.body.id }
    const returns = [
      await acme.owner.try(schema.returnOrder, { params, body: returned }),
      await acme.owner.try(schema.returnOrder, { params, body: returned }),
    ]
    expect(returns.map(answer => answer.status)).toEqual([201, 200])
    expect(await factsOf(ada.id)).toMatchObject({ returns: 1, returnAmount: 100 })
  })

  test('bulk gives a result for each row and keeps the good ones', async () => {
    const known = await anOrder()
    const { items } = await acme.owner.call(schema.orderEndpoints.save, {
      body: {
        items: [
          { number: 'A', contactId: ada.id, amount: 1, source: 's', sourceId: '1' },
          { number: 'A again', contactId: ada.id, amount: 1, source: 's', sourceId: '1' },
          { number: 'B', contactId: ada.id, amount: 1, currency: 'CHF' },
          { id: known.id, status: 'paid' },
          { id: known.id, currency: 'USD' },
        ],
      },
    })
    expect(items.map(item => item.status)).toEqual(['created', 'unchanged', 'failed', 'updated', 'failed'])
    expect(items[1]!.id).toBe(items[0]!.id)
    expect(items[4]!.error!.fields![0]!.path).toBe('currency')
    expect((await acme.owner.call(schema.getOrder, { params: { id: known.id } })).status).toBe('paid')
  })
})

describe('changing', () => {
  const change = (id: string, body: schema.OrderPatch) => acme.owner.call(schema.changeOrder, { params: { id }, body })

  test('a correction says what it adds, and the facts follow', async () => {
    const { id, version } = await anOrder({ currency: 'USD', exchangeRate: 0.5, amount: 1000 })
    expect(await change(id, { amount: 800, status: 'paid', version })).toMatchObject({
      amount: 800,
      baseAmount: 400,
      status: 'paid',
      version: version + 1,
    })
    expect((await eventsOf()).at(-1)).toMatchObject({
      kind: 'order.changed',
      channel: null,
      data: { changes: { amount: [1000, 800], status: ['placed', 'paid'] }, baseAmountChange: -100 },
    })
    await change(id, { amount: 800 })
    expect(await eventsOf()).toHaveLength(2)
    expect(await factsOf(ada.id)).toMatchObject({ orders: 1, orderAmount: 400, netAmount: 400, touchpoints: 1 })
    expect((await acme.owner.try(schema.changeOrder, { params: { id }, body: { amount: 1, version } })).status).toBe(
      409,
    )
  })

  test('items and amount stay in step', async () => {
    const { id } = await anOrder({ items: [{ name: 'Tea', quantity: 2, unitAmount: 100 }] })
    expect(
      (await acme.owner.try(schema.changeOrder, { params: { id }, body: { amount: 300 } })).body.fields[0].path,
    ).toBe('items')
    const changed = await change(id, {
      items: [
        { name: 'Tea', quantity: 1, unitAmount: 100 },
        { name: 'Cup', quantity: 1, unitAmount: 50 },
      ],
    })
    expect(changed).toMatchObject({ amount: 150, quantity: 2, items: [{ name: 'Tea' }, { name: 'Cup' }] })
    expect((await eventsOf()).at(-1)!.data).toMatchObject({
      changes: { amount: [200, 150], items: [1, 2] },
      baseAmountChange: -50,
    })
    expect(await change(id, { items: [] })).toMatchObject({ amount: 150, items: [] })
  })

  test('a cancelled order counts for nothing until it is reopened', async () => {
    const { id } = await anOrder({ amount: 1000, placedAt: '2026-01-05T00:00:00Z' })
    await anOrder({ amount: 300, placedAt: '2026-02-05T00:00:00Z' })
    await change(id, { status: 'cancelled' })
    expect((await eventsOf()).map(event => event.kind)).toEqual(['order.placed', 'order.placed', 'order.cancelled'])
    expect(await factsOf(ada.id)).toMatchObject({
      orders: 1,
      orderAmount: 300,
      touchpoints: 1,
      firstOrderAt: '2026-02-05T00:00:00+00:00',
    })
    await change(id, { amount: 900 })
    await change(id, { status: 'paid' })
    expect((await eventsOf()).at(-1)!.kind).toBe('order.reopened')
    expect(await factsOf(ada.id)).toMatchObject({
      orders: 2,
      orderAmount: 1200,
      firstOrderAt: '2026-01-05T00:00:00+00:00',
    })
    await acme.owner.call(schema.returnOrder, { params: { id }, body: { amount: 100 } })
    expect((await acme.owner.try(schema.changeOrder, { params: { id }, body: { status: 'cancelled' } })).status).toBe(
      422,
    )
    const cancelled = await anOrder({ status: 'cancelled' })
    expect(
      (await acme.owner.try(schema.returnOrder, { params: { id: cancelled.id }, body: { amount: 1 } })).status,
    ).toBe(422)
    expect(await factsOf(ada.id)).toMatchObject({ orders: 2, returns: 1, netAmount: 1100 })
  })
})

test('an order that is larger than any is refused at its items, and of many only that one', async () => {
  const many = Array.from({ length: 3 }, () => ({ name: 'Cup', quantity: 1_000_000_000, amount: 1 }))
  const dear = Array.from({ length: 2 }, () => ({ name: 'Ship', quantity: 1, amount: 90_000_000_000_000 }))
  for (const items of [many, dear]) {
    const body = { number: 'L1', contactId: ada.id, items }
    const refused = { status: 400, body: { fields: [{ path: 'items' }] } }
    expect(await acme.owner.try(schema.createOrder, { body })).toMatchObject(refused)
    const { id } = await anOrder()
    expect(await acme.owner.try(schema.changeOrder, { params: { id }, body: { items } })).toMatchObject(refused)
    const good = { number: 'L2', contactId: ada.id, amount: 5 }
    const { items: results } = await acme.owner.call(schema.orderEndpoints.save, {
      body: { items: [body, good, { id, items }] },
    })
    expect(results.map(({ status }) => status)).toEqual(['failed', 'created', 'failed'])
  }
})

test('an order that lacks several things is told all of them at once, each at its field', async () => {
  const refused = await acme.owner.try(schema.createOrder, { body: { items: [] } })
  expect(refused).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'contactId' }, { path: 'number' }, { path: 'items' }] },
  })
})
