import { beforeEach, expect, test } from 'vitest'
import { multipart } from '../../../testing/multipart.ts'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import { createCompany } from '../../customers/companies/schema.ts'
import { createOrder } from '../../customers/orders/schema.ts'
import { search } from '../../customers/search/schema.ts'
import { timelineOf } from '../../customers/timeline/schema.ts'
import * as schema from './schema.ts'

const t = await aTestApp()
let acme: TestWorkspace

beforeEach(async () => {
  acme = await t.aWorkspace()
})

const { deleteMany, listDeleted, restoreMany, save } = schema.productEndpoints
const aProduct = (body: object) => acme.owner.call(schema.createProduct, { body: { name: 'Lamp', ...body } })
const change = (id: string, body: object) => acme.owner.call(schema.changeProduct, { params: { id }, body })
const list = async (query = {}) => (await acme.owner.call(schema.listProducts, { query })).items
const names = async (query = {}) => (await list(query)).map(({ name }) => name)
const aCategory = (name: string) => acme.owner.call(schema.createCategory, { body: { name } })
const changeCategory = (id: string, body: object) => acme.owner.call(schema.changeCategory, { params: { id }, body })
const categories = async () => (await acme.owner.call(schema.listCategories, {})).items
const paths = async () => (await categories()).map(({ path }) => path)
const price =
  (currency: string) =>
  (amount: number, from: string | null = null, to: string | null = null) => ({
    currency,
    amount,
    from,
    to,
  })
const [eur, czk, usd] = [price('EUR'), price('CZK'), price('USD')]
const told = async (id: string) =>
  (await acme.owner.call(timelineOf('products').list, { params: { id } })).items.toReversed()

test('a plain product is one with one variant, and its timeline tells prices apart from the rest', async () => {
  const lamp = await aProduct({ sku: 'LA-1', cost: 400, costCurrency: 'EUR', prices: [eur(990)], unit: 'piece' })
  expect(lamp).toMatchObject({ skus: ['LA-1'], price: 990, isActive: true, ownerId: acme.ownerId })
  expect(lamp.variants).toMatchObject([{ sku: 'LA-1', cost: 400, prices: [eur(990)] }])
  const priced = await change(lamp.id, { prices: [eur(990, null, '2026-04-01'), eur(1190, '2026-04-01')] })
  expect(priced.variants).toMatchObject([{ id: lamp.variants[0]!.id, sku: 'LA-1', cost: 400 }])
  await change(lamp.id, { unit: 'box', sku: 'LA-2' })
  await change(lamp.id, { unit: 'box' })
  const kinds = (await told(lamp.id)).map(({ kind }) => kind)
  expect(kinds).toEqual(['product.created', 'product.priced', 'product.changed'])
})

test('a cost is in the workspace’s currency where it says none', async () => {
  const lamp = await aProduct({ sku: 'LA-1', cost: 400, costCurrency: null })
  expect(lamp.variants).toMatchObject([{ cost: 400, costCurrency: 'EUR' }])
  const { variants } = await change(lamp.id, { variants: [{ sku: 'LA-1', cost: 5, costCurrency: 'CZK' }, { cost: 7 }] })
  expect(variants).toMatchObject([{ costCurrency: 'CZK' }, { cost: 7, costCurrency: 'EUR' }])
})

test('a change tells of the variants that differ, and of prices once', async () => {
  const { id, variants } = await aProduct({ variants: ['S', 'M', 'L'].map(sku => ({ sku })) })
  const [small, medium, large] = variants.map(variant => ({ id: variant.id }))
  await change(id, { variants: [{ ...small, name: 'Small', prices: [eur(100)] }, medium, large] })
  await change(id, { variants: [large, small, medium] })
  const { prices: _, ...was } = variants[0]!
  const data = (await told(id)).slice(1).map(event => event.data)
  expect(data).toHaveLength(3)
  expect(data).toContainEqual({ changes: { variants: [[was], [{ ...was, name: 'Small' }]] } })
  expect(data).toContainEqual({ prices: { [variants[0]!.id]: [[], [eur(100)]] }, names: { [variants[0]!.id]: 'S' } })
  // They only stand elsewhere.
  expect(data).toContainEqual({ changes: { variants: [[], []] } })
})

test('the price of a list is today’s in the workspace’s currency, the lowest of what can be bought', async () => {
  const prices = [eur(900, null, '2026-03-01'), eur(800, '2026-03-01', '2026-03-10'), czk(1)]
  const inactive = { sku: 'X', prices: [eur(5)], isActive: false }
  await aProduct({ variants: [{ sku: 'S', name: 'Small', prices }, { sku: 'L', prices: [eur(950)] }, inactive] })
  await aProduct({ name: 'Only abroad', prices: [czk(20), usd(10)] })
  expect(await list()).toMatchObject([
    { price: 800, shownPrice: { currency: 'EUR', amount: 800 }, skus: ['S', 'L', 'X'], activeSkus: ['S', 'L'] },
    { price: null, shownPrice: { currency: 'CZK', amount: 20 } },
  ])
  t.clock.set('2026-03-09T23:30:00Z')
  expect(await list(), 'it is the tenth in Prague').toMatchObject([{ price: 950 }, {}])
  t.clock.set('2026-03-02T10:00:00Z')
})

test.each([
  ['prices that overlap', { prices: [eur(1, null, '2026-02-01'), eur(2, '2026-01-31')] }, 'hold on the same day'],
  ['a price that ends before it begins', { prices: [eur(1, '2026-02-01', '2026-02-01')] }, 'before it ends'],
  ['a SKU beside variants', { sku: 'A', variants: [{ sku: 'B' }] }, '"path":"sku"'],
  ['prices beside variants', { prices: [eur(1)], variants: [{ sku: 'B' }] }, '"path":"prices"'],
  ['one SKU twice', { variants: [{ sku: 'A' }, { sku: 'A' }] }, 'Two variants have the SKU A'],
  ['a category that is not there', { categoryId: '0190f3a0-0000-7000-8000-000000000000' }, 'There is no such record'],
])('refuses %s', async (_, body, reason) => {
  const { status, body: problem } = await acme.owner.request('POST', '/api/v1/products', { name: 'Lamp', ...body })
  expect([status >= 400, JSON.stringify(problem)]).toEqual([true, expect.stringContaining(reason)])
  expect(await list()).toEqual([])
})

test('a SKU belongs to one product, whose bin frees it and gives it back only where nobody has it', async () => {
  const first = await aProduct({ name: 'First', sku: 'A' })
  await expect(aProduct({ sku: 'A' })).rejects.toThrow('A belongs to First already')
  const other = await aProduct({ name: 'Other', sku: 'B' })
  await expect(change(other.id, { sku: 'A' })).rejects.toThrow('A belongs to First already')
  const items = [{ id: first.id, unit: 'box' }, { id: other.id, sku: 'A' }, { name: 'New' }]
  const saved = await acme.owner.call(save, { body: { items } })
  expect(saved.items.map(({ status }) => status)).toEqual(['updated', 'failed', 'created'])
  await acme.owner.call(deleteMany, { body: { ids: [first.id] } })
  await change(other.id, { sku: 'A' })
  await acme.owner.call(restoreMany, { body: { ids: [first.id] } })
  expect(await list({ sort: 'name' })).toMatchObject([
    { name: 'First', skus: [] },
    { name: 'New' },
    { name: 'Other', skus: ['A'] },
  ])
})

test('a variant that takes the SKU which another one gives up leaves both who they are', async () => {
  const { id, variants } = await aProduct({ variants: [{ sku: 'OLD', name: 'First' }, { name: 'Second' }] })
  const [first, second] = variants.map(variant => variant.id)
  const after = await change(id, { variants: [{ id: first, sku: 'NEW' }, { sku: 'OLD' }, { id: second }] })
  expect(after.variants).toMatchObject([
    { id: first, sku: 'NEW', name: 'First' },
    { sku: 'OLD', name: null },
    { id: second, sku: null, name: 'Second' },
  ])
  await expect(change(id, { variants: [{ id: second }, { id: second }] })).rejects.toThrow('answered 400')
})

test('a catalogue is seen whole by who is held to own records, and only one’s own is changed', async () => {
  await acme.limit('member')
  const { client: mia } = await acme.aMember('member')
  const { id } = await aProduct({ sku: 'AB-1' })
  expect((await mia.call(schema.listProducts, {})).items).toMatchObject([{ id, skus: ['AB-1'] }])
  expect(await mia.call(schema.getProduct, { params: { id } })).toMatchObject({ id })
  expect((await mia.call(search, { query: { q: 'AB-1' } })).groups).toMatchObject([{ items: [{ id }] }])
  const taking = mia.call(schema.createProduct, { body: { name: 'Mine', sku: 'AB-1' } })
  await expect(taking).rejects.toThrow('belongs to Lamp')
  const changing = (of: string) => mia.try(schema.changeProduct, { params: { id: of }, body: { unit: 'box' } })
  expect((await changing(id)).status).toBe(403)
  expect((await mia.try(deleteMany, { body: { ids: [id] } })).status).toBe(403)
  const own = await mia.call(schema.createProduct, { body: { name: 'Mine' } })
  expect((await changing(own.id)).status).toBe(200)
  // The bin holds what one may take out of it.
  await acme.owner.call(deleteMany, { body: { ids: [id, own.id] } })
  const binned = async (of: typeof mia) => (await of.call(listDeleted, {})).items.map(({ name }) => name).sort()
  expect([await binned(mia), await binned(acme.owner)]).toEqual([['Mine'], ['Lamp', 'Mine']])
})

test('categories are a tree: made by their paths, moved without circles, removed without loss', async () => {
  const desk = await aCategory('Lighting > Lamps > Desk')
  await aCategory('lighting > Bulbs')
  expect(await paths()).toEqual(['Lighting', 'Lighting > Bulbs', 'Lighting > Lamps', 'Lighting > Lamps > Desk'])
  const [lighting, , lamps] = (await categories()).map(({ id }) => id)
  await expect(changeCategory(lighting!, { parentId: desk.id })).rejects.toThrow('below itself')
  const reader = await aProduct({ name: 'Reader', categoryId: desk.id })
  expect(await names({ 'filter[categoryId][in]': lighting })).toEqual(['Reader'])
  await changeCategory(lamps!, { parentId: null, name: 'Lights' })
  expect(await names({ 'filter[categoryId][in]': lighting })).toEqual([])
  await acme.owner.call(schema.removeCategory, { params: { id: desk.id } })
  // Who changes what they read before is told that it has changed since.
  const late = { params: { id: reader.id }, body: { unit: 'box', version: reader.version } }
  expect((await acme.owner.try(schema.changeProduct, late)).status).toBe(409)
  expect(await paths()).toEqual(['Lighting', 'Lighting > Bulbs', 'Lights'])
  expect(await list()).toMatchObject([{ categoryName: 'Lights', categoryId: lamps }])
})

test('a category that goes leaves no two of one name where it stood', async () => {
  const inner = await aCategory('Lighting > Lamps > Desk > Small')
  const outer = await aCategory('Lamps > desk')
  await aCategory('Lighting > Lighting')
  await aProduct({ name: 'Reader', categoryId: inner.id })
  const { id } = await aProduct({ name: 'Clip', categoryId: inner.parentId })
  const lighting = (await categories()).find(({ path }) => path === 'Lighting')
  await acme.owner.call(schema.removeCategory, { params: { id: lighting!.id } })
  expect(await paths()).toEqual(['Lamps', 'Lamps > desk', 'Lamps > desk > Small', 'Lighting'])
  expect(await list({ sort: 'name' })).toMatchObject([{ categoryId: outer.id }, { categoryId: inner.id }])
  expect((await told(id)).at(-1)!.data).toEqual({ changes: { categoryId: [inner.parentId, outer.id] } })
  expect(await categories()).toMatchObject([{ products: 2 }, { products: 2 }, { products: 1 }, { products: 0 }])
})

test('categories are told by what changed, and are changed by who may change everybody’s products', async () => {
  const { id, parentId } = await aCategory('Lighting > Lamps')
  await changeCategory(id, {})
  await changeCategory(id, { name: 'Lights' })
  await changeCategory(id, { parentId: null })
  const told = await t.app.db
    .selectFrom('events')
    .select('data')
    .where('workspaceId', '=', acme.id)
    .where('kind', '=', 'product-category.changed')
    .orderBy('id')
    .execute()
  expect(told.map(({ data }) => data)).toEqual([
    { name: 'Lights', changes: { name: ['Lamps', 'Lights'] } },
    { name: 'Lights', changes: { parentId: [parentId, null] } },
  ])
  const held = await acme.aMember('member')
  await acme.limit('member')
  await held.client.call(schema.createCategory, { body: { name: 'Rugs' } })
  for (const [method, body] of [
    ['PATCH', { name: 'Mine' }],
    ['DELETE', undefined],
  ] as const)
    expect((await held.client.request(method, `/api/v1/products/categories/${id}`, body)).status).toBe(403)
  expect(await paths()).toEqual(['Lighting', 'Lights', 'Rugs'])
})

test('who makes the same path at once makes it once, and two moves close no circle', async () => {
  const made = await Promise.all(Array.from({ length: 5 }, () => aCategory('Lamps > Desk')))
  expect(new Set(made.map(({ id }) => id)).size).toBe(1)
  const [lamps, desk] = await categories()
  await changeCategory(desk!.id, { parentId: null })
  const below = (id: string, parentId: string) => changeCategory(id, { parentId }).catch(() => null)
  const moved = await Promise.all([below(lamps!.id, desk!.id), below(desk!.id, lamps!.id)])
  expect(moved.filter(Boolean)).toHaveLength(1)
})

test('the sign between the names of a path is in no name of a category', async () => {
  const { id } = await aCategory('Lamps')
  for (const name of ['Desk > Small', '>', '', 'two\nlines'])
    await expect(changeCategory(id, { name }), name).rejects.toThrow('answered 400')
  await expect(aCategory(' > ')).rejects.toThrow('answered 400')
  expect(await paths()).toEqual(['Lamps'])
})

test('products are found by name and SKU, narrowed and sorted', async () => {
  await aProduct({ name: 'Žárovka', sku: 'LB-11' })
  await aProduct({ name: 'Chair', sku: 'CH-1', isActive: false })
  for (const query of [{ q: 'zar' }, { q: 'lb-11' }, { 'filter[isActive]': 'true' }])
    expect(await names(query)).toEqual(['Žárovka'])
  for (const query of [{ 'filter[sku][in]': 'CH-1,X' }, { 'filter[sku][contains]': 'h-1' }])
    expect(await names(query)).toEqual(['Chair'])
  expect(await names({ sort: '-updatedAt' })).toEqual(['Chair', 'Žárovka'])
  const { groups } = await acme.owner.call(search, { query: { q: 'LB-1' } })
  expect(groups).toMatchObject([{ kind: 'product', items: [{ title: 'Žárovka' }] }])
})

test('a list is sorted and narrowed by the price of today, those without one last', async () => {
  await aProduct({ name: 'Dear', prices: [eur(900)] })
  await aProduct({ name: 'Free of price' })
  await aProduct({ name: 'Cheap', prices: [eur(100)] })
  expect(await names({ sort: 'price' })).toEqual(['Cheap', 'Dear', 'Free of price'])
  expect(await names({ 'filter[price][gte]': '500' })).toEqual(['Dear'])
  const query = { sort: 'price', limit: 1 }
  const { nextCursor } = await acme.owner.call(schema.listProducts, { query })
  expect(await names({ ...query, cursor: nextCursor! })).toEqual(['Dear'])
})

test('orders that name a SKU, those before the product too, make up what was sold', async () => {
  const { id: companyId } = await acme.owner.call(createCompany, { body: { name: 'Buyer' } })
  const order = (sku: string, unitAmount: number, placedAt: string, rest = {}) => {
    const items = [{ sku, name: 'Lamp', quantity: 2, unitAmount }]
    return acme.owner.call(createOrder, { body: { companyId, items, placedAt, number: placedAt, ...rest } })
  }
  await order('LA-1', 500, '2024-01-05T10:00:00Z')
  const latest = await order('LA-1', 700, '2026-02-05T10:00:00Z')
  await order('LA-1', 700, '2026-02-06T10:00:00Z', { status: 'cancelled' })
  await order('LA-9', 700, '2026-02-07T10:00:00Z')
  const { id } = await aProduct({ sku: 'LA-1' })
  expect(await acme.owner.call(schema.getSales, { params: { id } })).toMatchObject({
    all: { orders: 2, quantity: 4, amount: 2400 },
    lastYear: { orders: 1, quantity: 2, amount: 1400 },
    latest: [{ id: latest.id, quantity: 2, amount: 1400 }, {}],
  })
})

test('an export has one row a variant; a table writes money with its decimals', async () => {
  const { id: categoryId } = await aCategory('Lighting > Lamps')
  await aProduct({ categoryId, variants: [{ sku: 'S', name: 'Small', prices: [eur(1250)] }, { sku: 'L' }] })
  const { body: table } = await acme.owner.request('GET', '/api/v1/products/export?format=csv')
  expect(table).toContain(',S,Small,true,12.50,EUR,')
  const { body } = await acme.owner.request('GET', '/api/v1/products/export?format=jsonl')
  const rows = String(body).trim().split('\n')
  expect(rows.map(row => JSON.parse(row))).toMatchObject([
    { name: 'Lamp', categoryName: 'Lighting > Lamps', sku: 'S', variant: 'Small', price: 1250, currency: 'EUR' },
    { sku: 'L', variant: null, price: null },
  ])
})

test('a picture is set, shown and removed, and leaves the variants as they are', async () => {
  const { id } = await aProduct({ sku: 'LA-1' })
  const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  const picture = `/api/v1/products/${id}/picture`
  const lamp = multipart('lamp.png', Buffer.from(png, 'base64'), 'image/png')
  const set = await acme.owner.request('PUT', picture, ...lamp)
  expect(await list()).toMatchObject([{ pictureFileId: set.body.pictureFileId, skus: ['LA-1'] }])
  expect((await acme.owner.request('GET', picture)).status).toBe(200)
  await acme.owner.request('DELETE', picture)
  expect((await acme.owner.request('GET', picture)).status).toBe(404)
})
