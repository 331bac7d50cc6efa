import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { tenantTables } from '../platform/db/tables.gen.ts'
import { aTestApp, type TestWorkspace } from '../testing/test-app.ts'

const t = await aTestApp()
let acme: TestWorkspace

beforeEach(async () => {
  acme = await t.aWorkspace()
})

const post = async (path: string, body: object) => {
  const answer = await acme.owner.request('POST', `/api/v1${path}`, body)
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  return answer.body
}

/** Every row of the workspace. */
const everything = async () => {
  const tables = await Promise.all(
    tenantTables.map(async table => {
      const read = sql`select to_jsonb(r) as row from ${sql.table(table)} r where r.workspace_id = ${acme.id} order by 1`
      return [table, (await read.execute(t.app.db)).rows]
    }),
  )
  return Object.fromEntries(tables)
}

const refused: Record<string, () => Promise<object>> = {
  async contacts() {
    await post('/contacts', { name: 'Ada', phone: '+420777123456' })
    const { id } = await post('/contacts', { name: 'Bob', email: 'bob@example.com' })
    return { id, email: 'new@example.com', phone: '+420777123456' }
  },
  async companies() {
    await post('/companies', { name: 'Ajax', domain: 'ajax.example' })
    const { id } = await post('/companies', { name: 'Brick', domain: 'brick.example' })
    return { id, name: 'Brick and sons', domain: 'ajax.example' }
  },
  async orders() {
    const contact = await post('/contacts', { name: 'Ada' })
    const items = [{ name: 'Lamp', quantity: 1, unitAmount: 1000 }]
    const { id } = await post('/orders', { contactId: contact.id, number: 'N1', items })
    await post(`/orders/${id}/returns`, { amount: 100 })
    return { id, items: [{ name: 'Bulb', quantity: 2, unitAmount: 50 }], status: 'cancelled' }
  },
  async products() {
    await post('/products', { name: 'Lamp', variants: [{ sku: 'L-1' }] })
    const { id } = await post('/products', { name: 'Bulb', variants: [{ sku: 'B-1' }] })
    return { id, name: 'Bulb, warm', variants: [{ sku: 'B-2' }, { sku: 'L-1' }] }
  },
}

test.each(Object.keys(refused))('a refused row of a bulk save leaves %s as they were', async kind => {
  const row = await refused[kind]!()
  await t.runJobs()
  const before = await everything()
  const { items } = await post(`/${kind}/bulk`, { items: [row] })
  expect(items).toMatchObject([{ status: 'failed' }])
  await t.runJobs()
  expect(await everything()).toEqual(before)
})

test('the rows beside a refused one are kept', async () => {
  const row = await refused['contacts']!()
  const { id } = await post('/contacts', { name: 'Cyd' })
  const rows = [row, { id, email: 'cyd@example.com' }, { name: 'Dan', email: 'new@example.com' }]
  const { items } = await post('/contacts/bulk', { items: rows })
  expect(items).toMatchObject([{ status: 'failed' }, { status: 'updated' }, { status: 'created' }])
})
