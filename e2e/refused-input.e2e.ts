import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from './browser.ts'
import { startSite, type Site } from './site.ts'

let site: Site
let productId: string

beforeAll(async () => {
  site = await startSite()
  ;({ id: productId } = await site.api('POST', '/products', { name: 'Desk lamp', sku: 'LA-1' }))
})
afterAll(() => site.close())

async function addFilter(page: Page, name: string) {
  await page.getByRole('button', { name: 'Add filter' }).click()
  await page.getByRole('option', { name, exact: true }).click()
  return page.getByRole('dialog', { name })
}

test.each([
  ['/orders', 'Placed'],
  ['/companies', 'Revenue'],
  ['/orders', 'Status'],
  ['/orders', 'Number'],
  ['/products', 'Active'],
])('%s: a filter by %s is added before its value is chosen', async (address, name) => {
  const page = await site.open(address)
  await addFilter(page, name)
  await page.getByRole('button', { name: new RegExp(`^Edit filter: ${name} is .*…$|contains …$`) }).waitFor()
  await page.context().close()
})

test('a filter says what it cannot read, and is not applied', async () => {
  const page = await site.open('/companies')
  const number = await addFilter(page, 'Revenue')
  await number.getByLabel('Value').fill('12,5')
  await number.getByText('Write it as 12.5.').waitFor()
  expect(await number.getByLabel('Value').inputValue()).toBe('12,5')
  expect(await number.getByRole('button', { name: 'Apply filter' }).isDisabled()).toBe(true)
  await page.goto('/orders')
  const day = await addFilter(page, 'Placed')
  await day.getByLabel('Value').fill('tomorow')
  await page.keyboard.press('Tab')
  await day.getByText('This is not a day.', { exact: false }).waitFor()
  expect(await day.getByRole('button', { name: 'Apply filter' }).isDisabled()).toBe(true)
  await page.context().close()
})

test('a day that cannot be read is said and not saved', async () => {
  const page = await site.open('/tasks')
  await page.getByRole('button', { name: 'Create task' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill('Write to them')
  await dialog.getByLabel('Due').first().fill('tomorow')
  await page.keyboard.press('Tab')
  await dialog.getByText('This is not a day.', { exact: false }).waitFor()
  expect(await dialog.getByLabel('Due').first().inputValue()).toBe('tomorow')
  await dialog.getByRole('button', { name: 'Create task' }).click()
  await dialog.getByLabel('Due').first().fill('1 Jan 2031')
  await page.keyboard.press('Tab')
  await dialog.getByText('This is not a day.', { exact: false }).waitFor({ state: 'detached' })
  await dialog.getByRole('button', { name: 'Create task' }).click()
  await dialog.waitFor({ state: 'detached' })
  const { items } = await site.api('GET', '/tasks?q=Write')
  expect(items).toMatchObject([{ title: 'Write to them' }])
  await page.context().close()
})

test('a price that is refused is explained in the dialog; a category is made where a product is edited', async () => {
  const page = await site.open(`/products/${productId}`)
  await page.getByRole('button', { name: 'Edit LA-1' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'New price' }).fill('-5')
  await dialog.getByRole('button', { name: 'Save variant' }).click()
  await dialog.getByRole('alert').waitFor()
  await dialog.getByRole('textbox', { name: 'New price' }).fill('5')
  await dialog.getByLabel('Price valid from').fill('1 Jan 2027')
  await dialog.getByLabel('Price ends before').fill('1 Jan 2026')
  await page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'Save variant' }).click()
  await dialog.getByRole('alert').getByText('A price must begin before it ends.').waitFor()
  await page.goto('/products?new=record')
  await dialog.getByLabel('Name').fill('Floor lamp')
  await dialog.getByLabel('Category').fill('Lamps > Floor')
  await page.getByRole('option', { name: 'Create “Lamps > Floor”' }).click()
  await dialog.getByRole('button', { name: 'Create product' }).click()
  await page.getByRole('dialog', { name: 'Floor lamp' }).getByText('Lamps > Floor').first().waitFor()
  await page.context().close()
})

test('the limits of how long data is kept are said at the field, and nothing is saved', async () => {
  const page = await site.open('/settings/privacy/retention')
  const days = page.getByRole('textbox', { name: /: Days$/ }).first()
  const before = await site.api('GET', '/privacy/retention')
  for (const text of ['12.5', '0', '-3', '99999999']) {
    await days.fill(text)
    await days.blur()
    await page.getByText('A whole number from 1 to 36,500.').waitFor()
  }
  expect(await site.api('GET', '/privacy/retention')).toEqual(before)
  await page.context().close()
})

test('an empty list says what it was narrowed by', async () => {
  const page = await site.open('/products?q=nothing-like-it')
  await page.getByText('Nothing here fits this search.').waitFor()
  site.requireNoFaults()
  await page.context().close()
})

test('an order that is left empty is told all that it lacks, at the fields', async () => {
  const page = await site.open('/orders')
  await page.getByRole('button', { name: 'Create order' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Create order' }).click()
  await dialog.getByText('Name the contact or the company').waitFor()
  await dialog.getByText('Give the number').waitFor()
  await dialog.getByRole('group', { name: 'Items' }).waitFor()
  await dialog.getByText('Give the amount of the order, or its items.').waitFor()
  expect(await dialog.getByRole('alert').count()).toBe(0)
  await page.context().close()
})
