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

test('whoever sees a product of others finds nothing to change on its page', async () => {
  const { id } = await site.api('POST', '/products', { name: 'Oak shelf', sku: 'OS-1', ownerId: null })
  const page = await site.open('/sign-in')
  // As those are told whose role sees only their own records.
  await page.route('**/api/v1/session', async route => {
    const response = await route.fetch()
    await route.fulfill({ response, json: { ...(await response.json()), recordRule: 'team' } })
  })
  await page.goto(`/products/${id}`)
  await page.getByRole('list', { name: 'Variants' }).getByText('OS-1').waitFor()
  expect(await page.getByRole('button', { name: /^(Add|Edit|Remove|Change|Upload picture)/ }).count()).toBe(0)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Copy link' }).waitFor()
  expect(await page.getByRole('menuitem', { name: 'Delete product' }).count()).toBe(0)
  await page.goto('/products')
  await page.getByRole('link', { name: 'Oak shelf' }).waitFor()
  expect(await page.locator('[data-editable]').count()).toBe(0)
  expect(await page.getByRole('checkbox').count()).toBe(0)
  await page.context().close()
})

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
  const variants = page.getByRole('list', { name: 'Variants' })
  await page.getByRole('button', { name: 'Edit LA-0' }).click()
  await dialog.getByLabel('SKU').fill('LA-1')
  await dialog.getByRole('textbox', { name: 'New price' }).fill('59.90')
  await dialog.getByLabel('Price valid from').fill('1 Jan 2031')
  await page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'Save variant' }).click()
  await variants.getByText('LA-1').waitFor()
  await variants.getByText('€49.90, ends before 1 Jan 2031 · €59.90 from 1 Jan 2031').waitFor()
  await page.getByText('Prices changed').first().waitFor()
  await page.getByText('LA-0 → LA-1').first().waitFor()
  await page.getByRole('button', { name: 'Edit LA-1' }).click()
  await dialog.getByRole('button', { name: 'Remove €59.90' }).click()
  await dialog.getByRole('button', { name: 'Save variant' }).click()
  await variants.getByText('€59.90').waitFor({ state: 'detached' })
  await page.getByText('3 pieces').first().waitFor()
  await page.getByRole('link', { name: 'N-1' }).waitFor()
  await page.getByRole('button', { name: 'Add variant', exact: true }).click()
  await dialog.getByLabel('Name').fill('Blue')
  await dialog.getByRole('combobox', { name: 'Active' }).click()
  await page.getByRole('option', { name: 'No' }).click()
  await dialog.getByRole('button', { name: 'Save variant' }).click()
  await variants.getByText('Inactive').waitFor()
  await page.getByText('Blue Inactive added').first().waitFor()
  await page.getByRole('button', { name: 'Remove Blue' }).click()
  await variants.getByText('Blue').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await variants.getByText('Blue').waitFor()
  expect(await axe(page)).toEqual([])
  await page.context().close()
})

test('an order leads from its item to the product', async () => {
  const page = await site.open(`/orders/${orderId}`)
  await page.getByRole('link', { name: 'Desk lamp', exact: true }).click()
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

test('an item of an order is chosen from the products, with its SKU and its price of today', async () => {
  const page = await site.open('/orders?new=record')
  const dialog = page.getByRole('dialog', { name: 'Create order' })
  await dialog.getByLabel('Company').fill('Café')
  await page.getByRole('option', { name: 'Café Central' }).click()
  await dialog.getByLabel('Number').fill('N-2')
  await dialog.getByLabel('Name of item 1').fill('birch')
  await page.getByRole('option', { name: 'Birch desk lamp LA-1' }).click()
  const price = dialog.getByLabel('Price of one of item 1')
  await expect.poll(() => price.inputValue()).toBe('49.90')
  const currency = dialog.getByRole('combobox', { name: 'Currency' })
  for (const [code, amount] of [
    ['CZK', ''],
    ['EUR', '49.90'],
  ]) {
    await currency.click()
    await page.keyboard.type(code!)
    await page.keyboard.press('Enter')
    await expect.poll(() => price.inputValue()).toBe(amount)
  }
  await dialog.getByRole('button', { name: 'Create order' }).click()
  await page.getByRole('dialog', { name: 'Order N-2' }).waitFor()
  const { items } = await site.api('GET', '/orders?filter[number][eq]=N-2')
  expect(await site.api('GET', `/orders/${items[0].id}`)).toMatchObject({
    amount: 4990,
    items: [{ sku: 'LA-1', name: 'Birch desk lamp' }],
  })
  await page.context().close()
})

test('the list edits the record that was paged to over it; several are switched off at once', async () => {
  for (const name of ['Acorn', 'Atlas']) await site.api('POST', '/products', { name })
  const page = await site.open('/products?q=A&sort=name')
  await page.getByRole('link', { name: 'Atlas' }).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Acorn' }).waitFor()
  await page.keyboard.press('j')
  await page.getByRole('dialog', { name: 'Atlas' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('e')
  await expect.poll(() => page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Atlas')
  await page.keyboard.press('Escape')

  await page.keyboard.press('x')
  await page.getByRole('button', { name: 'Active', exact: true }).click()
  await page.getByRole('option', { name: 'No' }).click()
  await page.getByText('1 product changed.').waitFor()
  const { items } = await site.api('GET', '/products?filter[name][contains]=Atlas')
  expect(items).toMatchObject([{ name: 'Atlas', isActive: false }])
  await page.context().close()
})

test('nothing is written to a product in the bin', async () => {
  const { id } = await site.api('POST', '/products', { name: 'Ash stool' })
  await site.api('POST', '/products/bulk-deletion', { ids: [id] })
  const page = await site.open(`/products/${id}`)
  await page.getByText('Nothing to do here.').waitFor()
  await page.getByText('No files.').waitFor()
  expect(await page.getByRole('button', { name: /^(Create task|Upload files)$/ }).count()).toBe(0)
  await page.context().close()
})
