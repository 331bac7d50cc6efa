import { describe, expect, test } from 'vitest'
import * as companies from '../companies/schema.ts'
import * as contacts from '../contacts/schema.ts'
import * as fields from '../fields/schema.ts'
import { aShop, acme, ada, anOrder, listed, merge, numbers, t } from './orders.fixture.ts'
import { search } from '../search/schema.ts'
import * as schema from './schema.ts'

aShop()

describe('lists', () => {
  test('page by key in every order without gaps or repeats', async () => {
    const items = Array.from({ length: 11 }, (_, index) => ({
      number: `N${index}`,
      contactId: ada.id,
      amount: index % 3,
      placedAt: `2026-01-0${1 + (index % 4)}T00:00:00Z`,
    }))
    await acme.owner.call(schema.orderEndpoints.save, { body: { items } })
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
      ['q=žižkov, umbrella', ['C101']],
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
    const cid = await acme.owner.call(contacts.createContact, { body: { name: 'Cid' } })
    await anOrder({ number: 'of Ada' })
    await anOrder({ number: 'of Bob', contactId: bob.id, placedAt: '2026-01-01T00:00:00Z' })
    await merge(bob.id, ada.id)
    await anOrder({ number: 'of Cid', contactId: cid.id, placedAt: '2025-01-01T00:00:00Z' })
    for (const id of [ada.id, bob.id]) {
      expect(await listed(`filter[contactId]=${id}`)).toEqual(['of Ada', 'of Bob'])
      expect(await listed(`filter[contactId][in]=${id}`)).toEqual(['of Ada', 'of Bob'])
      expect(await listed(`filter[contactId][in]=${cid.id},${id}`)).toEqual(['of Ada', 'of Bob', 'of Cid'])
      expect(await listed(`filter[contactId][ne]=${id}`)).toEqual(['of Cid'])
    }
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
    await acme.limit('member')
    expect(numbers(await seller.client.call(schema.listOrders, {}))).toEqual(['shared'])
    expect((await seller.client.call(schema.listReturns, {})).items).toEqual([])
    const params = { id: hidden.id }
    for (const answer of [
      await seller.client.try(schema.getOrder, { params }),
      await seller.client.try(schema.changeOrder, { params, body: { status: 'paid' } }),
      await seller.client.try(schema.orderEndpoints.delete, { params }),
      await seller.client.try(schema.orderEndpoints.deleteMany, { body: { ids: [shared.id, hidden.id] } }),
      await seller.client.try(schema.orderEndpoints.save, {
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

  test('an order does not name, nor is found by, whom the reader may not see', async () => {
    const seller = await acme.aMember('member')
    const own = await seller.client.call(companies.createCompany, { body: { name: 'Umbrella' } })
    const { id } = await anOrder({ number: 'S100', companyId: own.id, contactId: ada.id })
    await acme.owner.call(schema.returnOrder, { params: { id }, body: { amount: 1 } })
    await acme.limit('member')
    const unnamed = { contactId: null, contactName: null, companyId: own.id, companyName: 'Umbrella' }
    expect(await seller.client.call(schema.getOrder, { params: { id } })).toMatchObject(unnamed)
    expect((await seller.client.call(schema.listOrders, {})).items).toMatchObject([unnamed])
    expect((await seller.client.call(schema.listReturns, {})).items).toMatchObject([unnamed])
    const found = await seller.client.call(schema.listOrders, { query: { q: 'ada' } })
    expect(found.items).toEqual([])
    const hits = (await seller.client.call(search, { query: { q: 'S100' } })).groups.flatMap(group => group.items)
    expect(hits).toMatchObject([{ subtitle: 'Umbrella' }])
    expect(await acme.owner.call(schema.getOrder, { params: { id } })).toMatchObject({ contactName: 'Ada' })
  })

  test('an export has every order, and formula cells are defused', async () => {
    await anOrder({ number: '=1+1' })
    expect((await acme.owner.try(schema.orderEndpoints.export, { query: { format: 'csv' } })).body).toContain("'=1+1")
    const member = await acme.aMember('member')
    expect((await member.client.try(schema.orderEndpoints.export, {})).status).toBe(403)
  })
})
