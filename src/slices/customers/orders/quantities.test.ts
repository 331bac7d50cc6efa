import { describe, expect, test } from 'vitest'
import * as companies from '../companies/schema.ts'
import * as contacts from '../contacts/schema.ts'
import { aShop, acme, ada, anOrder, merge, t } from './orders.fixture.ts'
import * as schema from './schema.ts'

aShop()

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
    await acme.owner.call(schema.orderEndpoints.delete, { params: { id: gone.id } })
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
