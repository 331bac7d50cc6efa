import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { inTransaction } from '../../../../platform/db/database.ts'
import { aTestApp, type TestWorkspace } from '../../../../testing/test-app.ts'
import { getContact, listContacts } from '../../contacts/schema.ts'
import { rebuildFacts } from '../../facts/public.ts'
import { getContactQuantities, getOrder, listOrders, listReturns } from '../../orders/schema.ts'
import { snapshot, stepsOf } from '../../imports/imports.fixture.ts'

const t = await aTestApp({ LOG_LEVEL: 'error' })
let acme: TestWorkspace
let steps: ReturnType<typeof stepsOf>

beforeEach(async () => {
  acme = await t.aWorkspace()
  steps = stepsOf(t, acme)
})

const orders = async () => (await acme.owner.call(listOrders, { query: { sort: 'number' } })).items
const returns = async () => (await acme.owner.call(listReturns, {})).items
const whole = async (number: string) =>
  acme.owner.call(getOrder, { params: { id: (await orders()).find(order => order.number === number)!.id } })

test('orders, returns and the customers they name', async () => {
  const text = `invoice,customer_id,ts,amount,qty,country
1,13085,2009-12-01 07:45:00,505.3,166,United Kingdom
2,13085,2009-12-02 07:45:00,100,4,United Kingdom
C3,13085,2009-12-03 07:45:00,-50.30,-3,United Kingdom
4,13086,2009-12-01 07:45:00,0.0,5,Channel Islands
5,,2009-12-01 07:45:00,7,1,EIRE
1,13085,2009-12-01 07:45:00,999,166,United Kingdom
`
  const done = await steps.import('shop_orders.csv', text)
  expect(done).toMatchObject({
    object: 'orders',
    source: 'shop',
    result: {
      rows: { created: 5, updated: 0, unchanged: 0, repeated: 0, refused: 1 },
      warned: 1,
      records: { orders: { created: 4 }, returns: { created: 1 }, contacts: { created: 2 } },
    },
  })
  expect(done.problems).toEqual([
    { row: 7, column: null, reason: expect.stringContaining('Order 1 stands in row 2 already') },
  ])
  const contacts = (await acme.owner.call(listContacts, { query: { sort: 'name' } })).items
  expect(contacts).toMatchObject([
    { name: 'Customer 13085', country: 'GB', lifecycle: 'customer', orders: 2, netAmount: 55500 },
    { name: 'Customer 13086', country: null, orders: 1, netAmount: 0 },
  ])
  expect((await orders()).map(order => [order.number, order.amount, order.contactName])).toEqual([
    ['1', 50530, 'Customer 13085'],
    ['2', 10000, 'Customer 13085'],
    ['4', 0, 'Customer 13086'],
    ['5', 700, null],
  ])
  expect(await returns()).toMatchObject([{ number: 'C3', amount: 5030, quantity: 3, contactName: 'Customer 13085' }])
  const before = await snapshot(t, acme)
  expect((await steps.import('shop_orders.csv', text)).result!.rows).toEqual({
    created: 0,
    updated: 0,
    unchanged: 5,
    repeated: 0,
    refused: 1,
  })
  await inTransaction(t.app, ({ db }) => rebuildFacts({ app: t.app, db, workspaceId: acme.id }, 'contact'))
  expect(await snapshot(t, acme)).toEqual(before)
})

test('a customer who is known by e-mail gets the order; the channel is the shop’s', async () => {
  await steps.import('people.csv', 'name,email\nMarta,marta@example.com\n')
  const done = await steps.import('orders.csv', 'order,date,total,email\nA1,1.2.2024,"1 250,50",MARTA@example.com\n')
  expect(done.result).toMatchObject({ rows: { created: 1 }, records: { contacts: { created: 0 } } })
  expect(await orders()).toMatchObject([
    { number: 'A1', amount: 125050, contactName: 'Marta', placedAt: expect.stringMatching(/^2024-01-31T23:00/) },
  ])
  const { rows } =
    await sql`select e.channel, e.occurred_at from events e where e.workspace_id = ${acme.id} and e.kind = 'order.placed'`.execute(
      t.app.db,
    )
  expect(rows).toEqual([{ channel: 'shop', occurredAt: new Date('2024-01-31T23:00:00Z') }])
})

test('customers are not made when they are not wanted', async () => {
  const done = await steps.import('orders.csv', 'order,date,total,email\nA1,1.2.2024,5,x@example.com\n', {
    options: { createContacts: false },
  })
  expect(done.result).toMatchObject({ rows: { created: 1 }, warned: 1, records: { contacts: { created: 0 } } })
  expect(await orders()).toMatchObject([{ contactId: null }])
})

describe('items', () => {
  const text = `InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
1,A,Cup,6,12/1/2010 8:26,2.55,17850,United Kingdom
1,B,Plate,2,12/1/2010 8:26,3.39,17850,United Kingdom
C2,A,Cup,-1,12/13/2010 9:00,2.55,17850,United Kingdom
3,A,Cup,1,12/1/2010 9:26,2.55,,France
1,C,Spoon,1,12/1/2010 8:26,1.00,17850,United Kingdom
`
  test('rows of one number become one order', async () => {
    const done = await steps.import('retail.csv', text)
    expect(done).toMatchObject({
      options: { dateOrder: 'mdy' },
      result: {
        rows: { created: 5, repeated: 0, refused: 0 },
        records: { orders: { created: 2 }, returns: { created: 1 } },
      },
    })
    expect(await whole('1')).toMatchObject({
      amount: 2308,
      quantity: 9,
      items: [
        { sku: 'A', name: 'Cup', quantity: 6, unitAmount: 255, amount: 1530 },
        { sku: 'B', amount: 678 },
        { sku: 'C', amount: 100 },
      ],
    })
    expect(await returns()).toMatchObject([{ number: 'C2', amount: 255, quantity: 1 }])
    expect((await steps.import('retail.csv', text)).result!.rows).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 5,
    })
  })

  test('an order whose rows stand far apart is completed', async () => {
    const fill = Array.from({ length: 3100 }, (_, at) => `F${at},X,Thing,1,12/1/2010 8:26,1.00,,France`)
    const far = text
      .split('\n')
      .toSpliced(2, 0, ...fill)
      .join('\n')
    const done = await steps.import('retail.csv', far)
    expect(done.result!.rows).toEqual({ created: 3103, updated: 0, unchanged: 0, repeated: 2, refused: 0 })
    expect(done.result).toMatchObject({
      rows: { created: 3103, repeated: 2 },
      records: { orders: { created: 3102, updated: 0 } },
    })
    expect(await whole('1')).toMatchObject({
      amount: 2308,
      quantity: 9,
      items: [{ sku: 'A' }, { sku: 'B' }, { sku: 'C' }],
    })
    const before = await snapshot(t, acme)
    await inTransaction(t.app, ({ db }) => rebuildFacts({ app: t.app, db, workspaceId: acme.id }, 'contact'))
    expect((await snapshot(t, acme)).facts).toEqual(before.facts)
    expect(await steps.undo(done.id)).toMatchObject({
      undo: { removed: { orders: 3102, returns: 1, contacts: 1 }, keptCount: 0 },
    })
  }, 60_000)

  test('a total beside the items is kept, with a line for the difference', async () => {
    const shopify =
      'Name,Email,Financial Status,Paid at,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku\n#1,a@example.com,paid,,EUR,30.00,2024-02-01 10:00:00 +0100,2,Cup,10.00,A\n#1,a@example.com,,,,,2024-02-01 10:00:00 +0100,1,Plate,5.00,B\n'
    const done = await steps.import('orders_export.csv', shopify)
    expect(done).toMatchObject({
      preset: { key: 'shopify-orders' },
      result: { rows: { created: 2 }, records: { orders: { created: 1 } } },
    })
    expect(await whole('#1')).toMatchObject({
      amount: 3000,
      status: 'paid',
      placedAt: expect.stringMatching(/^2024-02-01T09:00/),
      items: [{ amount: 2000 }, { amount: 500 }, { name: 'Shipping, tax and discounts', amount: 500 }],
    })
  })
})

test('a changed amount corrects the order and the facts; the undo gives both back', async () => {
  await steps.import(
    'orders.csv',
    'order,date,total,email\nA1,1.2.2024,10,a@example.com\nA2,1.2.2024,20,a@example.com\n',
  )
  const before = await snapshot(t, acme)
  const done = await steps.import(
    'orders.csv',
    'order,date,total,status,email\nA1,1.2.2024,15,paid,a@example.com\nA2,1.2.2024,20,cancelled,a@example.com\n',
  )
  expect(done.result).toMatchObject({ rows: { updated: 2 }, records: { orders: { created: 0, updated: 2 } } })
  const facts = async () => (await snapshot(t, acme)).facts
  expect(await facts()).toMatchObject([{ orders: 1, orderAmount: 1500, netAmount: 1500 }])
  const kept = await facts()
  await inTransaction(t.app, ({ db }) => rebuildFacts({ app: t.app, db, workspaceId: acme.id }, 'contact'))
  expect(await facts()).toEqual(kept)
  expect(await steps.undo(done.id)).toMatchObject({ undo: { restored: 2, conflictCount: 0 } })
  expect(await snapshot(t, acme)).toEqual(before)
})

test('the undo keeps an order that somebody has changed, and its customer', async () => {
  const done = await steps.import(
    'orders.csv',
    'order,date,total,email\nA1,1.2.2024,10,a@example.com\nA2,1.2.2024,20,b@example.com\n',
  )
  const [a1] = await orders()
  await acme.owner.request('PATCH', `/api/v1/orders/${a1!.id}`, { status: 'fulfilled' })
  await t.runJobs()
  expect((await steps.undo(done.id)).undo).toMatchObject({
    removed: { orders: 1, contacts: 1 },
    keptCount: 2,
    kept: [
      { object: 'order', name: 'A1' },
      { object: 'contact', reason: 'Has an order since.' },
    ],
  })
  expect((await acme.owner.call(listContacts, {})).items).toMatchObject([{ orders: 1, netAmount: 1000 }])
})

test('amounts of another currency need its rate', async () => {
  await t.app.db.insertInto('exchangeRates').values({ workspaceId: acme.id, currency: 'USD', rate: 0.5 }).execute()
  const done = await steps.import('orders.csv', 'order,date,total,currency\nA1,1.2.2024,10,USD\nA2,1.2.2024,10,JPY\n')
  expect(done.result!.rows).toMatchObject({ created: 1, refused: 1 })
  expect(await orders()).toMatchObject([{ amount: 1000, currency: 'USD', baseAmount: 500 }])
})

const reference = process.env.REFERENCE_DATA ?? join(import.meta.dirname, '../../../../../../shared/reference')
describe.skipIf(!existsSync(reference))('the reference files (REFERENCE_DATA)', () => {
  const read = (name: string) => readFileSync(join(reference, name))

  test('a shop’s year: counts, purchases and returns by quarter, undo, import again', async () => {
    const empty = await snapshot(t, acme)
    const done = await steps.import('online_retail_2009_2010_orders.csv', read('online_retail_2009_2010_orders.csv'))
    expect(done.result).toMatchObject({
      rows: { created: 23_587, updated: 0, unchanged: 0, repeated: 0, refused: 0 },
      records: { orders: { created: 19_215 }, returns: { created: 4372 }, contacts: { created: 4383 } },
    })
    const page = await acme.owner.call(listContacts, { query: { q: 'Customer 13085', total: 'true' } })
    const customer = await acme.owner.call(getContact, { params: { id: page.items[0]!.id } })
    const own = read('online_retail_2009_2010_orders.csv')
      .toString()
      .split('\n')
      .map(line => line.split(','))
      .filter(cells => cells[1] === '13085')
    const [bought, back] = [own.filter(cells => Number(cells[3]) >= 0), own.filter(cells => Number(cells[3]) < 0)]
    expect(customer.facts).toMatchObject({
      orders: bought.length,
      returns: back.length,
      netAmount: Math.round(own.reduce((total, cells) => total + Number(cells[3]), 0) * 100),
    })
    const quarters = await acme.owner.call(getContactQuantities, {
      params: { id: customer.id },
      query: { period: 'quarter' },
    })
    expect(quarters.items.reduce((total, quarter) => total + quarter.orders, 0)).toBe(bought.length)
    const once = await snapshot(t, acme)
    const undone = await steps.undo(done.id)
    expect(undone.undo).toMatchObject({
      removed: { orders: 19_215, returns: 4372, contacts: 4383, fields: 1 },
      keptCount: 0,
      conflictCount: 0,
    })
    expect({ ...(await snapshot(t, acme)), events: [] }).toEqual({ ...empty, events: [] })
    expect((await steps.run(done.id)).result).toEqual(done.result)
    expect(await snapshot(t, acme)).toEqual(once)
  }, 300_000)

  test('a sales team’s accounts, with their parents', async () => {
    const done = await steps.import('accounts.csv', read('crm_maven/accounts.csv'))
    expect(done).toMatchObject({
      object: 'companies',
      result: { rows: { created: 85, refused: 0 }, records: { companies: { created: 85 } } },
    })
    const { rows } = await sql<{
      children: number
    }>`select count(*) as children from companies c where c.workspace_id = ${acme.id} and c.parent_id is not null`.execute(
      t.app.db,
    )
    const lines = read('crm_maven/accounts.csv').toString().trim().split('\n').slice(1)
    expect(rows[0]!.children).toBe(lines.filter(line => !line.trim().endsWith(',')).length)
    expect((await steps.import('accounts.csv', read('crm_maven/accounts.csv'))).result!.rows).toMatchObject({
      unchanged: 85,
      created: 0,
    })
    expect((await steps.undo(done.id)).undo).toMatchObject({ removed: { companies: 85 }, keptCount: 0 })
  })

  test('orders without numbers, and people with bad data', async () => {
    const orders = await steps.import('rfm_data_orders.csv', read('rfm_data_orders.csv'))
    expect(orders.result).toMatchObject({
      rows: { created: 4906 },
      records: { orders: { created: 4906 }, contacts: { created: 995 } },
    })
    expect((await steps.import('rfm_data_orders.csv', read('rfm_data_orders.csv'))).result!.rows).toMatchObject({
      unchanged: 4906,
    })
    const people = await steps.import('dataset3.csv', read('febrl/dataset3.csv'))
    expect(people.result).toMatchObject({ rows: { created: 5000, refused: 0 } })
  }, 120_000)
})
