import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import * as companies from '../companies/schema.ts'
import * as contacts from '../contacts/schema.ts'
import * as fields from '../fields/schema.ts'
import * as schema from './schema.ts'

let t: TestApp
let acme: TestWorkspace
let ada: { id: string }

beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())
beforeEach(async () => {
  acme = await t.aWorkspace()
  ada = await acme.owner.call(contacts.createContact, { body: { name: 'Ada' } })
})

let made = 0
const anOrder = (body: Partial<schema.OrderInput> = {}) =>
  acme.owner.call(schema.createOrder, {
    body: {
      number: `N${++made}`,
      contactId: body.companyId ? undefined : ada.id,
      ...(body.items ? {} : { amount: 1000 }),
      ...body,
    },
  })
const factsOf = async (id: string) => {
  await t.runJobs()
  return (await acme.owner.call(contacts.getContact, { params: { id } })).facts
}
const eventsOf = async () =>
  await t.app.db
    .selectFrom('events')
    .select(['kind', 'contactId', 'companyId', 'channel', 'occurredAt', 'data'])
    .where('workspaceId', '=', acme.id)
    .where('subjectType', 'in', ['order', 'return'])
    .orderBy('id')
    .execute()
const numbers = (page: { items: { number: string }[] }) => page.items.map(item => item.number)
const listed = async (query: string) => {
  const answer = await acme.owner.request('GET', `/api/v1/orders?${encodeURI(query)}`)
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return numbers(answer.body)
}
const merge = (id: string, into: string) =>
  t.app.db
    .updateTable('contacts')
    .set({ mergedInto: into })
    .where('workspaceId', '=', acme.id)
    .where('id', '=', id)
    .execute()
    .then(() =>
      t.app.db
        .updateTable('contacts')
        .set({ hasMerged: true })
        .where('workspaceId', '=', acme.id)
        .where('id', '=', into)
        .execute(),
    )

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
    await acme.owner.call(contacts.deleteContact, { params: { id: gone.id } })
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
      expect((await acme.owner.try(schema.saveOrders, { body: bulk })).status).toBe(404)
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
    const { items } = await acme.owner.call(schema.saveOrders, {
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

describe('returns', () => {
  test('of an order are its customer’s, at its rate', async () => {
    const order = await anOrder({ currency: 'USD', exchangeRate: 0.5, amount: 1000 })
    const returned = await acme.owner.call(schema.returnOrder, {
      params: { id: order.id },
      body: { amount: 400, reason: 'Too small', returnedAt: '2026-02-20T09:00:00Z' },
    })
    expect(returned).toMatchObject({
      number: order.number,
      orderNumber: order.number,
      contactId: ada.id,
      currency: 'USD',
      amount: 400,
      baseAmount: 200,
      reason: 'Too small',
    })
    expect((await acme.owner.call(schema.getOrder, { params: { id: order.id } })).returns).toMatchObject([
      { id: returned.id, baseAmount: 200 },
    ])
    expect((await eventsOf()).at(-1)).toMatchObject({
      kind: 'return.received',
      channel: 'shop',
      contactId: ada.id,
      occurredAt: new Date('2026-02-20T09:00:00Z'),
      data: { returnId: returned.id, orderId: order.id, amount: 400, currency: 'USD', baseAmount: 200 },
    })
    expect(
      (await acme.owner.try(schema.createReturn, { body: { orderId: order.id, amount: 1, currency: 'EUR' } })).body
        .fields[0].path,
    ).toBe('currency')
  })

  test('may come without an order, and go and come back', async () => {
    const loose = await acme.owner.call(schema.createReturn, {
      body: { number: 'C536379', contactId: ada.id, amount: 250 },
    })
    expect(loose).toMatchObject({ orderId: null, orderNumber: null, contactName: 'Ada' })
    expect(await factsOf(ada.id)).toMatchObject({ orders: 0, returns: 1, returnAmount: 250, netAmount: -250 })
    await acme.owner.call(schema.deleteReturn, { params: { id: loose.id } })
    expect(await factsOf(ada.id)).toMatchObject({
      returns: 0,
      returnAmount: 0,
      netAmount: 0,
      touchpoints: 0,
      lastTouchAt: null,
    })
    await acme.owner.call(schema.restoreReturn, { params: { id: loose.id } })
    expect(await factsOf(ada.id)).toMatchObject({ returns: 1, netAmount: -250 })
    const page = await acme.owner.call(schema.listReturns, { query: { 'filter[contactId]': ada.id, q: 'ada' } })
    expect(numbers(page)).toEqual(['C536379'])
  })
})

describe('the bin', () => {
  test('takes the returns of an order along and gives them back', async () => {
    const order = await anOrder({ amount: 1000 })
    await acme.owner.call(schema.returnOrder, { params: { id: order.id }, body: { amount: 300 } })
    const early = await acme.owner.call(schema.returnOrder, { params: { id: order.id }, body: { amount: 50 } })
    await acme.owner.call(schema.deleteReturn, { params: { id: early.id } })
    t.clock.advance(1000)
    await acme.owner.call(schema.deleteOrder, { params: { id: order.id } })
    expect(await factsOf(ada.id)).toMatchObject({ orders: 0, returns: 0, netAmount: 0 })
    expect(numbers(await acme.owner.call(schema.listDeletedOrders, {}))).toEqual([order.number])
    expect((await acme.owner.try(schema.restoreReturn, { params: { id: early.id } })).status).toBe(409)
    const restored = await acme.owner.call(schema.restoreOrder, { params: { id: order.id } })
    expect(restored.returns).toMatchObject([{ amount: 300 }])
    expect(await factsOf(ada.id)).toMatchObject({ orders: 1, returns: 1, netAmount: 700 })
  })

  test('does not give back an order that was recorded anew', async () => {
    const first = await anOrder({ source: 's', sourceId: '1' })
    await acme.owner.call(schema.deleteOrder, { params: { id: first.id } })
    const second = await anOrder({ source: 's', sourceId: '1' })
    expect(second.id).not.toBe(first.id)
    expect((await acme.owner.try(schema.restoreOrder, { params: { id: first.id } })).status).toBe(409)
  })
})

describe('lists', () => {
  test('page by key in every order without gaps or repeats', async () => {
    const items = Array.from({ length: 11 }, (_, index) => ({
      number: `N${index}`,
      contactId: ada.id,
      amount: index % 3,
      placedAt: `2026-01-0${1 + (index % 4)}T00:00:00Z`,
    }))
    await acme.owner.call(schema.saveOrders, { body: { items } })
    for (const sort of ['placedAt', '-placedAt', 'amount', '-amount', 'number', '-number']) {
      const seen: string[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const page: { items: { id: string }[]; nextCursor: string | null } = await acme.owner.call(schema.listOrders, {
          query: { limit: 3, sort, ...(cursor ? { cursor } : {}) },
        })
        seen.push(...page.items.map(item => item.id))
        cursor = page.nextCursor
      }
      expect([sort, seen.length, new Set(seen).size]).toEqual([sort, 11, 11])
    }
  })

  test('find by number, customer and what else is known', async () => {
    await acme.owner.call(fields.createField, { body: { object: 'order', label: 'Campaign', type: 'text' } })
    const umbrella = await acme.owner.call(companies.createCompany, { body: { name: 'Umbrella Žižkov' } })
    await anOrder({ number: 'C100', amount: 500, placedAt: '2026-01-10T00:00:00Z', fields: { campaign: 'spring' } })
    await anOrder({
      number: 'C101',
      amount: 700,
      placedAt: '2026-02-10T00:00:00Z',
      companyId: umbrella.id,
      currency: 'USD',
      exchangeRate: 2,
    })
    for (const [query, expected] of [
      ['', ['C101', 'C100']],
      ['q=c10', ['C101', 'C100']],
      ['q=C101', ['C101']],
      ['q=10', []],
      ['q=ada', ['C100']],
      ['q=zizk', ['C101']],
      ['q=AD', ['C100']],
      ['q=%', []],
      [`filter[contactId]=${ada.id}`, ['C100']],
      [`filter[companyId]=${umbrella.id}`, ['C101']],
      [`filter[contactId]=${umbrella.id}`, []],
      ['filter[currency]=USD', ['C101']],
      ['filter[amount][gt]=1000', ['C101']],
      ['filter[amount][gt]=1000.5', ['C101']],
      ['filter[number]=C100', ['C100']],
      ['filter[placedAt][lt]=2026-02-01', ['C100']],
      ['filter[status]=paid', []],
      ['filter[fields.campaign]=spring', ['C100']],
      ['sort=amount', ['C100', 'C101']],
      ['total=true&limit=1', ['C101']],
    ] as const)
      expect([query, await listed(query)]).toEqual([query, expected])
    for (const query of ['filter[contactId]=x', 'filter[amount]=x', 'sort=contactName', 'filter[nothing]=1']) {
      expect((await acme.owner.request('GET', `/api/v1/orders?${query}`)).status).toBe(400)
    }
  })

  test('a merged contact’s orders are the survivor’s, whichever of them is asked for', async () => {
    const bob = await acme.owner.call(contacts.createContact, { body: { name: 'Bob' } })
    await anOrder({ number: 'of Ada' })
    await anOrder({ number: 'of Bob', contactId: bob.id, placedAt: '2026-01-01T00:00:00Z' })
    await merge(bob.id, ada.id)
    for (const id of [ada.id, bob.id]) expect(await listed(`filter[contactId]=${id}`)).toEqual(['of Ada', 'of Bob'])
    const { items } = await acme.owner.call(schema.listOrders, { query: { q: 'ada' } })
    expect(items.map(item => [item.contactId, item.contactName])).toEqual([
      [ada.id, 'Ada'],
      [ada.id, 'Ada'],
    ])
    const later = await anOrder({ contactId: bob.id })
    const { contactId } = await t.app.db
      .selectFrom('orders')
      .select('contactId')
      .where('workspaceId', '=', acme.id)
      .where('id', '=', later.id)
      .executeTakeFirstOrThrow()
    expect(contactId).toBe(bob.id)
  })

  test('the record rule shows orders of contacts and companies that one may see', async () => {
    const seller = await acme.aMember('member')
    const own = await seller.client.call(companies.createCompany, { body: { name: 'Own' } })
    const hidden = await anOrder({ number: 'hidden' })
    const shared = await anOrder({ number: 'shared', companyId: own.id, contactId: ada.id })
    const returned = await acme.owner.call(schema.returnOrder, { params: { id: hidden.id }, body: { amount: 1 } })
    await t.app.db
      .updateTable('workspaces')
      .set({ settings: JSON.stringify({ recordRules: { member: 'team' } }) })
      .where('id', '=', acme.id)
      .execute()
    expect(numbers(await seller.client.call(schema.listOrders, {}))).toEqual(['shared'])
    expect((await seller.client.call(schema.listReturns, {})).items).toEqual([])
    const params = { id: hidden.id }
    for (const answer of [
      await seller.client.try(schema.getOrder, { params }),
      await seller.client.try(schema.changeOrder, { params, body: { status: 'paid' } }),
      await seller.client.try(schema.deleteOrder, { params }),
      await seller.client.try(schema.deleteOrders, { body: { ids: [shared.id, hidden.id] } }),
      await seller.client.try(schema.saveOrders, {
        body: {
          items: [
            { id: shared.id, status: 'paid' },
            { id: hidden.id, status: 'paid' },
          ],
        },
      }),
      await seller.client.try(schema.returnOrder, { params, body: { amount: 1 } }),
      await seller.client.try(schema.deleteReturn, { params: { id: returned.id } }),
      await seller.client.try(schema.createOrder, { body: { number: 'x', contactId: ada.id, amount: 1 } }),
      await seller.client.try(schema.getContactQuantities, { params: { id: ada.id } }),
    ])
      expect(answer.status).toBe(404)
    expect((await seller.client.call(schema.getOrder, { params: { id: shared.id } })).status).toBe('placed')
  })

  test('an export has every order, and formula cells are defused', async () => {
    await anOrder({ number: '=1+1' })
    expect((await acme.owner.try(schema.exportOrders, { query: { format: 'csv' } })).body).toContain("'=1+1")
    const member = await acme.aMember('member')
    expect((await member.client.try(schema.exportOrders, {})).status).toBe(403)
  })
})

describe('quantities by period', () => {
  const quantitiesOf = async (period: schema.Period) =>
    acme.owner.call(schema.getContactQuantities, { params: { id: ada.id }, query: { period } })

  test('follow the workspace’s calendar, with the gaps filled', async () => {
    await anOrder({ amount: 1000, placedAt: '2025-12-31T22:59:00Z' })
    await anOrder({ amount: 500, placedAt: '2025-12-31T23:30:00Z' })
    await anOrder({ amount: 100, placedAt: '2026-03-31T21:30:00Z' })
    await anOrder({ amount: 7, placedAt: '2026-03-31T22:30:00Z' })
    await anOrder({ amount: 9999, status: 'cancelled', placedAt: '2024-01-01T00:00:00Z' })
    const gone = await anOrder({ amount: 9999, placedAt: '2027-01-01T00:00:00Z' })
    await acme.owner.call(schema.deleteOrder, { params: { id: gone.id } })
    await acme.owner.call(schema.createReturn, {
      body: { number: 'r', contactId: ada.id, amount: 40, returnedAt: '2026-03-01T12:00:00Z' },
    })
    const nothing = { orders: 0, orderAmount: 0, returns: 0, returnAmount: 0, netAmount: 0 }
    expect(await quantitiesOf('month')).toEqual({
      period: 'month',
      currency: 'EUR',
      timeZone: 'Europe/Prague',
      items: [
        { ...nothing, from: '2025-12-01', to: '2026-01-01', orders: 1, orderAmount: 1000, netAmount: 1000 },
        { ...nothing, from: '2026-01-01', to: '2026-02-01', orders: 1, orderAmount: 500, netAmount: 500 },
        { ...nothing, from: '2026-02-01', to: '2026-03-01' },
        {
          from: '2026-03-01',
          to: '2026-04-01',
          orders: 1,
          orderAmount: 100,
          returns: 1,
          returnAmount: 40,
          netAmount: 60,
        },
        { ...nothing, from: '2026-04-01', to: '2026-05-01', orders: 1, orderAmount: 7, netAmount: 7 },
      ],
    })
    expect((await quantitiesOf('quarter')).items.map(item => [item.from, item.netAmount])).toEqual([
      ['2025-10-01', 1000],
      ['2026-01-01', 560],
      ['2026-04-01', 7],
    ])
    expect((await quantitiesOf('year')).items.map(item => [item.from, item.to, item.orders])).toEqual([
      ['2025-01-01', '2026-01-01', 1],
      ['2026-01-01', '2027-01-01', 3],
    ])
    const weeks = (await quantitiesOf('week')).items
    expect([weeks.length, weeks[0]!.from, weeks.at(-1)!.to]).toEqual([14, '2025-12-29', '2026-04-06'])
  })

  test('go through merges, and are a company’s too', async () => {
    const umbrella = await acme.owner.call(companies.createCompany, { body: { name: 'Umbrella' } })
    const bob = await acme.owner.call(contacts.createContact, { body: { name: 'Bob' } })
    await anOrder({ amount: 10 })
    await anOrder({ amount: 20, contactId: bob.id, companyId: umbrella.id })
    await merge(bob.id, ada.id)
    for (const id of [ada.id, bob.id]) {
      expect((await acme.owner.call(schema.getContactQuantities, { params: { id } })).items).toMatchObject([
        { orders: 2, orderAmount: 30 },
      ])
    }
    expect((await acme.owner.call(schema.getCompanyQuantities, { params: { id: umbrella.id } })).items).toMatchObject([
      { orders: 1, orderAmount: 20 },
    ])
    const empty = await acme.owner.call(companies.createCompany, { body: { name: 'Empty' } })
    expect((await acme.owner.call(schema.getCompanyQuantities, { params: { id: empty.id } })).items).toEqual([])
    const beta = await t.aWorkspace()
    expect((await beta.owner.try(schema.getCompanyQuantities, { params: { id: umbrella.id } })).status).toBe(404)
  })
})
