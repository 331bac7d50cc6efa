import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { axe } from './browser.ts'
import { startSite, type Site } from './site.ts'

let site: Site
let orderId: string

beforeAll(async () => {
  site = await startSite()
  const { id: companyId } = await site.api('POST', '/companies', { name: 'Café Central' })
  const items = [{ sku: 'LA-1', name: 'Desk lamp', quantity: 3, unitAmount: 5000 }]
  ;({ id: orderId } = await site.api('POST', '/orders', { companyId, number: 'N-1', currency: 'EUR', items }))
})
afterAll(() => site.close())
afterEach(() => site.requireNoFaults())

test('a product is made with its SKU and price, gets others where they stand, and shows what was sold of it', async () => {
  const page = await site.open('/products')
  await page.getByRole('button', { name: 'Create product' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Birch desk lamp')
  await dialog.getByLabel('SKU').fill('LA-0')
  await dialog.getByRole('textbox', { name: 'Price' }).fill('49.90')
  await dialog.getByRole('button', { name: 'Create product' }).click()
  const sheet = page.getByRole('dialog', { name: 'Birch desk lamp' })
  await sheet.waitFor()
  const { items } = await site.api('GET', '/products')
  await page.goto(`/products/${items[0].id}`)
  await page.getByText('€49.90').first().waitFor()
  await page.getByRole('button', { name: 'Edit SKU' }).click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('LA-1')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'LA-1' }).waitFor()
  await page.getByRole('button', { name: 'Add price' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Price', exact: true }).fill('59.90')
  await page.getByRole('dialog').getByRole('button', { name: 'Add price' }).click()
  await page.getByText('€59.90').first().waitFor()
  await page.getByText('Prices changed').waitFor()
  await page.getByText('3 pieces').first().waitFor()
  await page.getByRole('link', { name: 'N-1' }).waitFor()
  await page.getByRole('button', { name: 'Add variant', exact: true }).click()
  await page.getByRole('heading', { name: 'Variant 2' }).waitFor()
  await page.getByRole('button', { name: 'Remove variant' }).last().click()
  await page.getByRole('heading', { name: 'Variant 2' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('heading', { name: 'Variant 2' }).waitFor()
  expect(await axe(page)).toEqual([])
  await page.context().close()
})

test('an order leads from its item to the product', async () => {
  const page = await site.open(`/orders/${orderId}`)
  await page.getByRole('link', { name: 'Product: Birch desk lamp' }).click()
  await page.getByRole('heading', { name: 'Birch desk lamp', level: 1 }).waitFor()
  await page.context().close()
})

test('categories are renamed and moved; the list is narrowed to one with all below it, on a phone', async () => {
  const { items } = await site.api('GET', '/products')
  const { id: categoryId } = await site.api('POST', '/products/categories', { name: 'Lights > Lamps' })
  await site.api('PATCH', `/products/${items[0].id}`, { categoryId })
  const page = await site.open('/products/categories')
  await page.getByRole('button', { name: 'Rename or move Lights' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Lighting')
  await page.getByRole('dialog').getByRole('button', { name: 'Save category' }).click()
  await page.getByRole('list', { name: 'Categories' }).getByText('Lighting > Lamps').waitFor()
  expect(await axe(page)).toEqual([])
  await page.context().close()

  const { items: tree } = await site.api('GET', '/products/categories')
  const phone = await site.open(`/products?filter[categoryId][in]=${tree[0].id}`, { size: 'phone', scheme: 'dark' })
  await phone.getByText('Birch desk lamp').waitFor()
  expect(await axe(phone)).toEqual([])
  await phone.context().close()
})
