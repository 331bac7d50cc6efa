import { describe, expect, test } from 'vitest'
import { aShop, acme, ada, anOrder, eventsOf, factsOf, listed, numbers, t } from './orders.fixture.ts'
import * as schema from './schema.ts'

aShop()

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
      channel: 'manual',
      contactId: ada.id,
      occurredAt: new Date('2026-02-20T09:00:00Z'),
      data: { returnId: returned.id, orderId: order.id, amount: 400, currency: 'USD', baseAmount: 200 },
    })
    expect(
      (await acme.owner.try(schema.createReturn, { body: { orderId: order.id, amount: 1, currency: 'EUR' } })).body
        .fields[0].path,
    ).toBe('currency')
  })

  test('are no more in all than the order was', async () => {
    const order = await anOrder({ items: [{ name: 'Cup', quantity: 2, amount: 1250 }] })
    const give = (body: object) =>
      acme.owner.try(schema.returnOrder, { params: { id: order.id }, body: body as schema.LooseReturnInput })
    const again = { amount: 750, quantity: 1, source: 'shop', sourceId: 'R1' }
    expect((await give(again)).status).toBe(201)
    expect((await give({ amount: 501 })).body).toMatchObject({
      fields: [{ path: 'amount', message: `Of order ${order.number}, no more than €5.00 is left to be given back.` }],
    })
    expect((await give({ amount: 1, quantity: 2 })).body).toMatchObject({
      fields: [{ path: 'quantity', message: expect.stringContaining('no more than 1 piece is left to come back') }],
    })
    expect((await give({ amount: 500, quantity: 1 })).status).toBe(201)
    expect((await give({ amount: 1 })).status).toBe(400)
    expect((await give(again)).status).toBe(200)
    expect(await factsOf(ada.id)).toMatchObject({ returns: 2, netAmount: 0 })
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
    await acme.owner.call(schema.orderEndpoints.delete, { params: { id: order.id } })
    expect(await factsOf(ada.id)).toMatchObject({ orders: 0, returns: 0, netAmount: 0 })
    expect(numbers(await acme.owner.call(schema.orderEndpoints.listDeleted, {}))).toEqual([order.number])
    expect((await acme.owner.try(schema.restoreReturn, { params: { id: early.id } })).status).toBe(409)
    const restored = await acme.owner.call(schema.orderEndpoints.restore, { params: { id: order.id } })
    expect(restored.returns).toMatchObject([{ amount: 300 }])
    expect(await factsOf(ada.id)).toMatchObject({ orders: 1, returns: 1, netAmount: 700 })
  })

  test('does not give back an order that was recorded anew', async () => {
    const first = await anOrder({ source: 's', sourceId: '1' })
    await acme.owner.call(schema.orderEndpoints.delete, { params: { id: first.id } })
    const second = await anOrder({ source: 's', sourceId: '1' })
    expect(second.id).not.toBe(first.id)
    expect((await acme.owner.try(schema.orderEndpoints.restore, { params: { id: first.id } })).status).toBe(409)
  })

  test('gives back only one of several orders that a source calls the same', async () => {
    const again = { number: 'N1', source: 's', sourceId: '1' }
    const ids: string[] = []
    for (let times = 0; times < 2; times++) {
      const { id } = await anOrder(again)
      await acme.owner.call(schema.orderEndpoints.delete, { params: { id } })
      ids.push(id)
    }
    const refused = await acme.owner.try(schema.orderEndpoints.restoreMany, { body: { ids } })
    expect(refused).toMatchObject({ status: 409, body: { reason: 'orders.bin-orders.several' } })
    await acme.owner.call(schema.orderEndpoints.restoreMany, { body: { ids: [ids[1]!] } })
    expect(await listed('')).toEqual(['N1'])
  })

  test('leaves a return there that was recorded anew while its order was away', async () => {
    const order = await anOrder({ amount: 1000 })
    const body = { amount: 300, source: 's', sourceId: 'R1' }
    await acme.owner.call(schema.returnOrder, { params: { id: order.id }, body })
    await acme.owner.call(schema.orderEndpoints.delete, { params: { id: order.id } })
    await acme.owner.call(schema.createReturn, { body: { ...body, contactId: ada.id } })
    const restored = await acme.owner.call(schema.orderEndpoints.restore, { params: { id: order.id } })
    expect(restored.returns).toEqual([])
    expect(await factsOf(ada.id)).toMatchObject({ orders: 1, returns: 1 })
  })
})
