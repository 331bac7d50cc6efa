import { expect, test } from 'vitest'
import { aTestApp } from '../../../../testing/test-app.ts'
import { listCompanies } from '../../companies/schema.ts'
import { listContacts } from '../../contacts/schema.ts'
import { createProduct, listCategories, listProducts } from '../../../sales/products/schema.ts'
import { stepsOf } from '../imports.fixture.ts'

const t = await aTestApp()

test('a contact whose company before is gone by now has none after the undo', async () => {
  const acme = await t.aWorkspace()
  const steps = stepsOf(t, acme)
  const first = await steps.import('contacts.csv', 'Name,Email,Company\nAda,ada@example.com,Old Ltd\n')
  const second = await steps.import('contacts.csv', 'Name,Email,Company\nAda,ada@example.com,New Ltd\n', {
    options: { update: 'all' },
  })
  await steps.undo(first.id)
  expect(await steps.undo(second.id)).toMatchObject({ status: 'undone', error: null })
  expect((await acme.owner.call(listCompanies, {})).items).toEqual([])
  expect((await acme.owner.call(listContacts, {})).items).toMatchObject([{ name: 'Ada', companyId: null }])
})

test('a product whose category before is gone by now has none after the undo', async () => {
  const acme = await t.aWorkspace()
  const steps = stepsOf(t, acme)
  const first = await steps.import('products.csv', 'SKU,Name,Category,Price\nA,Lamp,Old,1\nB,Bulb,Own,1\n')
  await acme.owner.call(createProduct, { body: { name: 'Vase' } })
  const second = await steps.import('products.csv', 'SKU,Name,Category,Price\nA,Lamp,New,2\nB,Bulb,New,2\n')
  await steps.undo(first.id)
  expect(await steps.undo(second.id)).toMatchObject({ status: 'undone', error: null })
  expect((await acme.owner.call(listCategories, {})).items).toEqual([])
  const { items } = await acme.owner.call(listProducts, {})
  expect(items.map(({ categoryName }) => categoryName)).toEqual([null, null, null])
})
