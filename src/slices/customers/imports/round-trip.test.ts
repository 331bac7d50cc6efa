import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import { createProduct, listProducts } from '../../sales/products/schema.ts'
import { companyEndpoints } from '../companies/schema.ts'
import { createContact, contactEndpoints } from '../contacts/schema.ts'
import { createField } from '../fields/schema.ts'
import { createOrder } from '../orders/schema.ts'
import { stepsOf } from './imports.fixture.ts'

const t = await aTestApp()
let acme: TestWorkspace

beforeEach(async () => {
  acme = await t.aWorkspace()
})

const exported = async (kind: string, format = 'csv') =>
  (await acme.owner.request('GET', `/api/v1/${kind}/export?format=${format}`)).body as string
const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true })
const budget = (object: string) =>
  acme.owner.call(createField, { body: { object, label: 'Budget', type: 'money', currency: 'EUR' } })

const tables = ['contacts', 'handles', 'contact_facts', 'companies', 'orders', 'order_items', 'products']
const all = [...tables, 'product_variants', 'product_categories', 'fields', 'tags']
const everything = () =>
  Promise.all(
    all.map(async table => {
      const read = sql`select to_jsonb(r) as row from ${sql.table(table)} r where r.workspace_id = ${acme.id} order by 1`
      return [table, (await read.execute(t.app.db)).rows]
    }),
  )

/** What is exported and read back leaves all as it is. */
async function expectNoChange(kind: string, count: number) {
  await t.runJobs()
  const before = await everything()
  const done = await stepsOf(t, acme).import('back.csv', await exported(kind))
  expect(done).toMatchObject({ object: kind, preset: { key: `rapport-${kind}` }, warnings: [], problems: [] })
  expect(done.result!.rows).toEqual({ created: 0, updated: 0, unchanged: count, repeated: 0, refused: 0 })
  expect(await everything()).toEqual(before)
}

test('contacts keep their money, their company among others of its name, and the name that nobody gave', async () => {
  await budget('contact')
  const [first, second] = await Promise.all(
    ['one', 'two'].map(host =>
      acme.owner.call(companyEndpoints.create, { body: { name: 'Alder', domain: `${host}.example` } }),
    ),
  )
  const ada = { name: 'Ada', fields: { budget: 123_450 } }
  await acme.owner.call(createContact, { body: { ...ada, companyId: first!.id } })
  await acme.owner.call(createContact, { body: { ...ada, name: 'Ben', companyId: second!.id } })
  const { id } = await acme.owner.call(createContact, { body: { name: 'Cy' } })
  await acme.owner.call(contactEndpoints.change, { params: { id }, body: { name: null } })
  await expectNoChange('contacts', 3)
  const rows = rowsOf(await exported('contacts'))
  expect(rows.map(({ name, Budget }) => [name, Budget]).sort()).toEqual([
    ['', ''],
    ['Ada', '1234.50'],
    ['Ben', '1234.50'],
  ])
  const [json] = (await exported('contacts', 'jsonl')).split('\n').filter(line => line.includes(id))
  expect(JSON.parse(json!)).toMatchObject({ name: 'No name' })
})

test('companies keep their money', async () => {
  await budget('company')
  await acme.owner.call(companyEndpoints.create, { body: { name: 'Alder', fields: { budget: 5 } } })
  await expectNoChange('companies', 1)
  expect(rowsOf(await exported('companies'))).toMatchObject([{ Budget: '0.05' }])
})

test('orders are found by their own ids, with their amounts, items and customers', async () => {
  await budget('order')
  const { id: companyId } = await acme.owner.call(companyEndpoints.create, { body: { name: 'Alder' } })
  const ada = await acme.owner.call(createContact, { body: { name: 'Ada', companyId } })
  const order = { currency: 'EUR', contactId: ada.id, source: 'shop' }
  const items = [{ sku: 'LA-1', name: 'Lamp', quantity: 2, unitAmount: 61_725 }]
  await acme.owner.call(createOrder, { body: { ...order, number: '1', sourceId: 'a', items, fields: { budget: 7 } } })
  await acme.owner.call(createOrder, { body: { ...order, number: '2', sourceId: 'b', amount: 5 } })
  await acme.owner.call(contactEndpoints.change, { params: { id: ada.id }, body: { companyId: null } })
  await expectNoChange('orders', 2)
  expect(rowsOf(await exported('orders')).map(({ amount, Budget }) => [amount, Budget])).toEqual([
    ['0.05', ''],
    ['1234.50', '0.07'],
  ])
})

test.each([
  ['contacts', 'contact', 'E-mail|Email|Mobile|Website|Birth date|Region|Company|Note|Tags|Owner|Orders'],
  ['companies', 'company', 'Parent|Website|Address|E-mail|Domain|Note|Created|Net amount|Orders'],
  ['orders', 'order', 'SKU|Price|Item|Customer e-mail|Company|Return of|Status|Contact id'],
  ['products', 'product', 'SKU|Variant size|Cost|Vendor price|Tags|Category|Handle'],
])('custom fields of %s that are called like a column remain custom fields', async (kind, object, labels) => {
  const fields: Record<string, string> = {}
  for (const [at, label] of labels.split('|').entries()) {
    const { key } = await acme.owner.call(createField, { body: { object, label, type: 'text' } })
    fields[key] = ['ada@example.com', '+420 777 123 456', '2020-01-02', 'X1', '12.50'][at % 5]!
  }
  const contactId = (await acme.owner.call(createContact, { body: { name: 'Ada' } })).id
  const particular = { orders: { number: '1', amount: 500, contactId }, products: { name: 'Lamp', variants: [{}] } }
  const body = { ...(kind in particular ? particular[kind as 'orders'] : { name: 'Alder' }), fields }
  expect((await acme.owner.request('POST', `/api/v1/${kind}`, body)).status).toBe(201)
  await expectNoChange(kind, kind === 'contacts' ? 2 : 1)
})

const eur = (amount: number, from: string | null = null, to: string | null = null) => {
  return { currency: 'EUR', amount, from, to }
}

test('products keep their variants, those without a SKU too, and their prices of other days', async () => {
  const variants = [
    { prices: [eur(1000, null, '2026-01-01'), eur(1250, '2026-01-01')], cost: 800, costCurrency: 'CZK' },
    { name: 'Large', isActive: false },
    { sku: 'LA-S', prices: [eur(1)] },
  ]
  await acme.owner.call(createProduct, { body: { name: 'Lamp', variants } })
  await acme.owner.call(createProduct, { body: { name: 'Bulb', isActive: false } })
  await expectNoChange('products', 4)
})

test('variants without a SKU are told apart elsewhere too; one that nothing tells apart is warned of', async () => {
  const variants = [{}, {}, { name: 'Large' }]
  await acme.owner.call(createProduct, { body: { name: 'Lamp', variants } })
  const file = await exported('products')
  acme = await t.aWorkspace()
  const { import: read } = stepsOf(t, acme)
  await read('elsewhere.csv', file)
  expect(rowsOf(await exported('products')).map(({ variant }) => variant)).toEqual(['', '', 'Large'])
  const { id } = (await acme.owner.call(listProducts, {})).items[0]!
  const done = await read('more.csv', `id,name,price\n${id},Lamp,5\n`, {
    mapping: [{ target: 'sourceId' }, { target: 'name' }, { target: 'price' }],
  })
  expect(done.warnings).toMatchObject([{ reason: expect.stringContaining('from the 3 variants that') }])
})

test('texts that look like formulas, defused ones or neither are read back as they were', async () => {
  const names = ['=1+1', "'=1+1", "''-2", "'tis", "''", '@you']
  for (const name of names) await acme.owner.call(createProduct, { body: { name, variants: [{ sku: name }] } })
  const file = await exported('products')
  await expectNoChange('products', names.length)
  acme = await t.aWorkspace()
  await stepsOf(t, acme).import('elsewhere.csv', file)
  const { items } = await acme.owner.call(listProducts, {})
  expect(items.map(({ name, skus }) => [name, ...skus]).sort()).toEqual(names.map(name => [name, name]).sort())
})
