import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startSite, type Site } from './site.ts'

/** What is typed and picked, wherever it is. */
let site: Site
let companyId: string

beforeAll(async () => {
  site = await startSite()
  const items = Array.from({ length: 90 }, (_, at) => ({ name: `Company ${String(at).padStart(2, '0')}` }))
  await site.api('POST', '/companies/bulk', { items })
  ;({ id: companyId } = await site.api('POST', '/companies', { name: 'Acme', employees: 55 }))
})
afterAll(() => site.close())
afterEach(() => site.requireNoFaults())

test('what is no number is said where it stands, and nothing is saved', async () => {
  const page = await site.open(`/companies/${companyId}`)
  await page.getByRole('button', { name: 'Edit Employees' }).click()
  await page.getByRole('textbox', { name: /Employees/ }).fill('abc')
  await page.keyboard.press('Enter')
  await page.getByText('This is not a number.').waitFor()
  expect(await site.api('GET', `/companies/${companyId}`)).toMatchObject({ employees: 55 })
  await page.getByRole('textbox', { name: /Employees/ }).fill('1,250')
  await page.keyboard.press('Enter')
  await page.getByText('1,250', { exact: true }).waitFor()

  await page.goto('/products?new=record')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Lamp')
  await dialog.getByRole('textbox', { name: 'Price' }).fill('1,5')
  await dialog.getByRole('button', { name: 'Create product' }).click()
  await dialog.getByText('Write it as 1.5.').waitFor()
  expect((await site.api('GET', '/products')).items).toEqual([])
  await page.context().close()
})

test('a choice that is typed replaces what was chosen, and Enter takes the first that fits', async () => {
  const page = await site.open('/orders?new=record')
  const dialog = page.getByRole('dialog')
  const currency = dialog.getByRole('combobox', { name: 'Currency' })
  await currency.click()
  await page.keyboard.type('CZK')
  await page.getByRole('option', { name: 'CZK' }).waitFor()
  await page.keyboard.press('Enter')
  expect(await currency.inputValue()).toContain('CZK')
  await currency.click()
  await page.keyboard.type('no such thing')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Create order' }).waitFor()
  expect(await dialog.getByRole('alert').count()).toBe(0)
  await page.context().close()
})

test('a list is sorted by the whole of a heading, and begins at its top then', async () => {
  const page = await site.open('/companies')
  const grid = page.getByRole('grid')
  await page.getByRole('link', { name: 'Company 00' }).waitFor()
  const top = () => grid.evaluate(({ scrollTop }) => scrollTop)
  const scrolled = async () => {
    await grid.evaluate(element => element.scrollTo({ top: 1200 }))
    await expect.poll(top).toBeGreaterThan(0)
  }
  await scrolled()
  const heading = page.getByRole('columnheader', { name: 'Name' })
  const { width, height } = (await heading.boundingBox())!
  await heading.click({ position: { x: width * 0.6, y: height / 2 } })
  await expect.poll(() => heading.getAttribute('aria-sort')).not.toBe('none')
  await expect.poll(top).toBe(0)
  await scrolled()
  await page.getByRole('searchbox').fill('Company')
  await page.getByRole('link', { name: 'Acme' }).waitFor({ state: 'detached' })
  await expect.poll(top).toBe(0)
  await page.context().close()
})

test('a tag that is not there yet is made where many are tagged', async () => {
  const page = await site.open('/companies')
  await page.getByRole('link', { name: 'Acme' }).waitFor()
  await page.getByRole('checkbox', { name: 'Select all' }).click()
  await page.getByRole('button', { name: 'Add tags' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add tags' })
  await dialog.getByRole('textbox').fill('Fair')
  await dialog.getByRole('option', { name: 'Create “Fair”' }).click()
  await dialog.getByRole('button', { name: 'Add tags' }).click()
  await page.getByText('91 companies changed.').waitFor()
  expect((await site.api('GET', '/tags')).items).toMatchObject([{ name: 'Fair' }])
  await page.context().close()
})
