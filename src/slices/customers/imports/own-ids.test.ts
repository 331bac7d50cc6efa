import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { aTestApp } from '../../../testing/test-app.ts'
import { companyEndpoints } from '../companies/schema.ts'
import { listContacts } from '../contacts/schema.ts'
import { stepsOf } from './imports.fixture.ts'

const t = await aTestApp()

const exported = async (acme: Awaited<ReturnType<typeof t.aWorkspace>>, kind: string) =>
  (await acme.owner.request('GET', `/api/v1/${kind}/export?format=csv`)).body as string

test('a file that was exported here finds its records by their own ids, also without anything else that tells them', async () => {
  const acme = await t.aWorkspace()
  const steps = stepsOf(t, acme)
  await steps.import('contacts.csv', 'Name,Job title\nAda Noble,Engineer\nBen,\n', {
    mapping: [{ target: 'name' }, { target: 'jobTitle' }],
  })
  const before = (await acme.owner.call(listContacts, {})).items
  const file = (await exported(acme, 'contacts')).replace('Ada Noble', 'Ada Lovelace').replace('Engineer', 'Countess')
  const done = await steps.import('exported.csv', file)
  expect(done.result).toMatchObject({ rows: { created: 0, updated: 1, unchanged: 1, refused: 0 } })
  const after = (await acme.owner.call(listContacts, {})).items
  expect(after.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort())
  expect(after).toContainEqual(expect.objectContaining({ name: 'Ada Lovelace', jobTitle: 'Countess' }))
  await steps.undo(done.id)
  expect((await acme.owner.call(listContacts, {})).items.map(({ name }) => name).sort()).toEqual(['Ada Noble', 'Ben'])
})

test('a company keeps its own id for itself: it is not taken for one of another system', async () => {
  const acme = await t.aWorkspace()
  const steps = stepsOf(t, acme)
  const made = await acme.owner.call(companyEndpoints.create, { body: { name: 'Alder' } })
  const file = (await exported(acme, 'companies')).replace('Alder', 'Alder Ltd')
  const done = await steps.import('exported.csv', file)
  expect(done).toMatchObject({ object: 'companies', result: { rows: { created: 0, updated: 1 } } })
  const { items } = await acme.owner.call(companyEndpoints.list, {})
  expect(items).toMatchObject([{ id: made.id, name: 'Alder Ltd' }])
  expect(await acme.owner.call(companyEndpoints.get, { params: { id: made.id } })).toMatchObject({ sourceId: null })
})

test('an export of products is read back as it was written, here and elsewhere', async () => {
  const acme = await t.aWorkspace()
  const lines = ['A,Lamp,Light > Lamps,19.90,EUR,yes', 'C,Dim lamp,,5,EUR,no', ',Bulb,,1,,']
  const file = ['SKU,Name,Category,Price,Currency,Variant active', ...lines].join('\n')
  await stepsOf(t, acme).import('products.csv', file)
  const written = await exported(acme, 'products')
  expect(written).not.toContain('[object')
  const done = await stepsOf(t, acme).import('back.csv', written)
  expect(done).toMatchObject({
    object: 'products',
    result: { rows: { created: 0, updated: 0, unchanged: 2 }, warned: 0 },
  })
  const other = await t.aWorkspace()
  await stepsOf(t, other).import('elsewhere.csv', written)
  const column = async (of: typeof acme, key: string) => {
    const [heading, ...rows] = parse(await exported(of, 'products'), { bom: true }) as string[][]
    return rows.map(row => row[heading!.indexOf(key)]).sort()
  }
  for (const key of ['name', 'sku', 'isVariantActive', 'price', 'categoryName'])
    expect(await column(other, key), key).toEqual(await column(acme, key))
})
