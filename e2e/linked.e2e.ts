import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { axe, type Page } from './browser.ts'
import { startSite, type Site } from './site.ts'

let site: Site
let contactId: string
let orderId: string
let productId: string

beforeAll(async () => {
  site = await startSite()
  ;({ id: contactId } = await site.api('POST', '/contacts', { name: 'Marta Novak' }))
  ;({ id: orderId } = await site.api('POST', '/orders', { contactId, number: 'N-1', amount: 5000, currency: 'EUR' }))
  ;({ id: productId } = await site.api('POST', '/products', { name: 'Birch desk lamp' }))
})
afterAll(() => site.close())
afterEach(() => site.requireNoFaults())

async function write(page: Page, note: string) {
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill(note)
  await page.getByRole('button', { name: 'Add note' }).click()
  await page
    .getByRole('list', { name: /^Timeline of/ })
    .getByText(note)
    .waitFor()
}

test('on an order a note, a task and a file are made, and its customer’s page shows them too', async () => {
  const page = await site.open(`/orders/${orderId}`)
  await write(page, 'Wants it gift-wrapped')
  await page.getByRole('button', { name: 'Create task' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('What is to be done').fill('Wrap it')
  expect(await dialog.getByLabel('Contact').count()).toBe(0)
  await dialog.getByRole('button', { name: 'Create task' }).click()
  await page.getByText('Task: Wrap it').waitFor()
  const file = { name: 'card.txt', mimeType: 'text/plain', buffer: Buffer.from('Happy birthday') }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: 'card.txt', exact: true }).waitFor()
  expect(await axe(page)).toEqual([])
  await page.goto(`/contacts/${contactId}`)
  for (const text of ['Wants it gift-wrapped', 'Wrap it', 'card.txt']) await page.getByText(text).first().waitFor()
  await page.context().close()
})

test('the list and the board of tasks lead to the order, which stays when the task is changed', async () => {
  const page = await site.open('/tasks')
  await page.getByRole('link', { name: 'N-1' }).first().waitFor()
  await page.getByText('Board', { exact: true }).click()
  await page.getByRole('link', { name: 'N-1' }).waitFor()
  await page.getByRole('button', { name: 'Wrap it', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('link', { name: 'N-1' }).waitFor()
  await dialog.getByLabel('What is to be done').fill('Wrap it in blue')
  await dialog.getByRole('button', { name: 'Save task' }).click()
  await page.getByRole('button', { name: 'Wrap it in blue', exact: true }).waitFor()
  const { items } = await site.api('GET', `/tasks?filter[subjectKind]=order&filter[subjectId]=${orderId}`)
  expect(items).toMatchObject([{ title: 'Wrap it in blue', subjectName: 'N-1', contactId }])
  await page.context().close()
})

test('on a product too, and what a colleague writes appears by itself', async () => {
  const page = await site.open(`/products/${productId}`)
  await write(page, 'Comes in oak from May')
  await site.api('POST', '/notes', { subjectKind: 'product', subjectId: productId, body: 'Oak is delayed' })
  await page.getByText('Oak is delayed').first().waitFor()
  await page.context().close()
})
