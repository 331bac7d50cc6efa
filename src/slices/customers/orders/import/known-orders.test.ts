import { beforeEach, expect, test } from 'vitest'
import { aTestApp, type TestWorkspace } from '../../../../testing/test-app.ts'
import { createContact, getContact } from '../../contacts/schema.ts'
import { stepsOf } from '../../imports/imports.fixture.ts'
import { createOrder, getOrder, listOrders, returnOrder, type OrderInput } from '../schema.ts'

const t = await aTestApp({ LOG_LEVEL: 'error' })
let acme: TestWorkspace
let steps: ReturnType<typeof stepsOf>

beforeEach(async () => {
  acme = await t.aWorkspace()
  steps = stepsOf(t, acme)
})

const anOrder = async (more: Partial<OrderInput> = {}) => {
  const { id: contactId } = await acme.owner.call(createContact, { body: { name: 'Ada' } })
  return acme.owner.call(createOrder, { body: { number: 'A-1', contactId, amount: 1000, ...more } })
}
const stored = (id: string) => acme.owner.call(getOrder, { params: { id } })
const all = async () => (await acme.owner.call(listOrders, { query: { sort: 'number' } })).items

test.each(['', 'N/A', '-', 'none', 'unknown', 'null', 'nan'])(
  'a number that is not given (%j) leaves the known one',
  async given => {
    const { id } = await anOrder()
    const done = await steps.import('orders.csv', `id,number,date,amount\n${id},${given},1.2.2026,12\n`)
    expect(done.result!.rows).toMatchObject({ updated: 1, refused: 0 })
    expect(await stored(id)).toMatchObject({ number: 'A-1', amount: 1200 })
  },
)

test('a file without numbers leaves the known ones; a new order is called by its id', async () => {
  const { id } = await anOrder()
  await steps.import('orders.csv', `id,date,amount,email\n${id},1.2.2026,12,\nX-9,1.2.2026,5,\n`)
  expect((await all()).map(({ number, amount }) => [number, amount])).toEqual([
    ['A-1', 1200],
    ['X-9', 500],
  ])
})

test('an order that something came back of is not cancelled', async () => {
  const order = await anOrder()
  await acme.owner.call(returnOrder, { params: { id: order.id }, body: { amount: 100 } })
  const done = await steps.import('orders.csv', `id,number,date,amount,status\n${order.id},,1.2.2026,10,cancelled\n`)
  expect(done.problems).toEqual([
    { row: 2, column: null, reason: expect.stringContaining('Something came back of this order, so it cannot') },
  ])
  expect(done.result!.rows).toMatchObject({ updated: 0, refused: 1 })
  await t.runJobs()
  const { facts } = await acme.owner.call(getContact, { params: { id: order.contactId! } })
  expect(facts).toMatchObject({ orders: 1, returns: 1, netAmount: 900 })
})

const heading = 'invoice,date,item,item quantity,price'
test.each([
  ['pieces', Array.from({ length: 3 }, () => '1,1.2.2026,Cup,1000000000,0'), 'no more than 1,000,000,000 pieces'],
  ['amount', Array.from({ length: 101 }, () => '1,1.2.2026,Cup,1,900000000000'), 'no amount above'],
  ['amount of two', Array.from({ length: 2 }, () => '1,1.2.2026,Cup,1,900000000000'), 'no amount above'],
])('an order of too large a sum is refused, and the others are kept: %s', async (_, rows, reason) => {
  const file = [heading, ...rows, '2,1.2.2026,Cup,1,5'].join('\n')
  const done = await steps.import('orders.csv', file)
  expect(done.result!.rows).toMatchObject({ created: 1, refused: rows.length })
  expect(done.problems[0]!.reason).toContain(reason)
  expect(await all()).toMatchObject([{ number: '2', amount: 500, quantity: 1 }])
})

test('a row that is refused makes neither its customer nor its company', async () => {
  const head = 'number,date,amount,currency,email,company\n'
  const file = `${head}1,1.2.2026,10,XAF,nobody@example.com,Nobody Ltd\n2,1.2.2026,10,,ada@example.com,Ada Ltd\n`
  const done = await steps.import('orders.csv', file)
  expect(done.result).toMatchObject({
    rows: { created: 1, refused: 1 },
    records: { contacts: { created: 1 }, companies: { created: 1 } },
  })
  expect(await all()).toMatchObject([{ number: '2', contactName: expect.anything() }])
})

test('an order without a rate of the workspace keeps its own when it is read back', async () => {
  const { id } = await anOrder({ currency: 'KWD', exchangeRate: 3, amount: 12_345 })
  const before = await stored(id)
  const exported = (await acme.owner.request('GET', '/api/v1/orders/export?format=csv')).body as string
  const done = await steps.import('back.csv', exported)
  expect(done).toMatchObject({ problems: [], result: { rows: { unchanged: 1, refused: 0 } } })
  expect(await stored(id)).toEqual(before)
  await steps.import('back.csv', exported.replace('12.345', '24.690'))
  expect(await stored(id)).toMatchObject({ amount: 24_690, exchangeRate: 3, baseAmount: 7407 })
})

test('an order of one currency takes no amount of another that nobody can count', async () => {
  const { id } = await anOrder()
  const done = await steps.import('orders.csv', `id,number,date,amount,currency\n${id},,1.2.2026,10,KWD\n`)
  expect(done.problems[0]!.reason).toContain('no exchange rate from KWD to EUR')
})
