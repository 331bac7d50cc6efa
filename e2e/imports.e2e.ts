import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { axe, type Page } from './browser.ts'
import { startSite, type Site } from './site.ts'

const fixtures = join(import.meta.dirname, 'fixtures')
const reference = process.env.REFERENCE_DATA ?? join(import.meta.dirname, '../../shared/reference')
const long = 180_000

let site: Site

beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.close())
afterEach(() => site.requireNoFaults())

const countOf = async (list: string, query = '') =>
  (await site.api('GET', `/${list}?total=true&limit=1${query}`)).total.count as number
const heading = (page: Page, name: RegExp) => page.getByRole('heading', { name, level: 2 })
/** A number of the report by its label. */
const stat = (page: Page, label: string) =>
  page.getByText(label, { exact: true }).locator('xpath=following-sibling::*').first().innerText()
const rowOf = (page: Page, kind: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: kind, exact: true }) })

async function upload(page: Page, file: string): Promise<void> {
  await page.goto('/imports')
  await page.locator('input[type=file]').setInputFiles(file)
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/)
  await page.getByRole('button', { name: 'Check file' }).waitFor()
}

async function check(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check file' }).click()
  await heading(page, /^What the import would do/).waitFor({ timeout: long })
}

async function run(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Import \d/ }).click()
  await heading(page, /^Imported/).waitFor({ timeout: long })
}

async function undo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Undo import' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo import' }).click()
  await heading(page, /^Undone/).waitFor({ timeout: long })
}

test(
  'two exports of the same people: dry run, import, undo, import again, no duplicates, nothing sent',
  async () => {
    const page = await site.open('/imports')
    await page.getByText('Imports appear here').waitFor()

    await upload(page, join(fixtures, 'hubspot-contacts.csv'))
    await page.getByText('Recognised: HubSpot contacts.').waitFor()
    expect(await axe(page)).toEqual([])
    await check(page)
    expect([await stat(page, 'New'), await stat(page, 'Refused')]).toEqual(['5', '1'])
    await page.getByRole('cell', { name: /not-an-address/ }).waitFor()
    expect(await countOf('contacts')).toBe(0)
    expect(await axe(page)).toEqual([])

    await run(page)
    expect([await stat(page, 'New'), await stat(page, 'Refused')]).toEqual(['5', '1'])
    expect(await countOf('contacts')).toBe(5)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download refused rows' }).click()
    const errors = await readFile((await (await download).path())!, 'utf8')
    expect(errors).toContain('106,Broken,Row,not-an-address')

    await upload(page, join(fixtures, 'chatwoot-contacts.csv'))
    await page.getByText('Recognised: Chatwoot contacts.').waitFor()
    await check(page)
    expect([await stat(page, 'New'), await stat(page, 'Updated')]).toEqual(['1', '5'])
    await run(page)
    const address = page.url()
    const before = await site.api('GET', '/contacts?q=marta&limit=1')
    expect(before.items[0]).toMatchObject({ email: 'marta@example.com', city: 'Plzeň' })
    expect(await countOf('contacts')).toBe(6)

    await undo(page)
    expect(await stat(page, 'Contacts')).toBe('1')
    expect(await stat(page, 'Records restored')).toBe('5')
    expect(await countOf('contacts')).toBe(5)
    expect((await site.api('GET', '/contacts?q=marta&limit=1')).items[0].city).toBeNull()

    await page.getByRole('button', { name: 'Import again' }).click()
    await check(page)
    expect([await stat(page, 'New'), await stat(page, 'Updated')]).toEqual(['1', '5'])
    await run(page)
    expect([await stat(page, 'New'), await stat(page, 'Updated')]).toEqual(['1', '5'])
    expect(page.url().split('?')[0]).toBe(address.split('?')[0])
    expect(await countOf('contacts')).toBe(6)
    for (const query of ['marta', 'becker', 'tanaka', 'beran', 'cort'])
      expect(await countOf('contacts', `&q=${query}`)).toBe(1)

    await upload(page, join(fixtures, 'hubspot-contacts.csv'))
    await check(page)
    expect(await stat(page, 'New')).toBe('0')
    expect((await site.api('GET', '/outbox')).items).toEqual([])
    await page.context().close()
  },
  long,
)

test(
  'a column is mapped to a new field, and the list shows it',
  async () => {
    const page = await site.open('/imports')
    await upload(page, join(fixtures, 'chatwoot-contacts.csv'))
    const target = page
      .getByRole('combobox', { name: 'Imported as, column custom_attribute_1' })
      .or(page.getByRole('textbox', { name: 'Imported as, column custom_attribute_1' }))
      .first()
    await target.click()
    await page.getByRole('option', { name: 'Leave out' }).click()
    await expect
      .poll(async () => (await site.api('GET', `/imports/${page.url().split('/').pop()}`)).mapping.at(-1))
      .toBeNull()
    await target.click()
    await page.getByRole('option', { name: 'New custom field' }).click()
    await page.getByLabel('Label of the new field for custom_attribute_1').fill('Card')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Preview rows' }).click()
    await page.getByRole('dialog').getByText('Card').first().waitFor()
    await page.keyboard.press('Escape')
    await check(page)
    await run(page)
    const fields = (await site.api('GET', '/fields?object=contact')).items.map(
      (field: { label: string }) => field.label,
    )
    expect(fields).toContain('Card')
    await page.context().close()
  },
  long,
)

test.skipIf(!existsSync(reference))(
  'a year of a shop’s orders and a list of companies (REFERENCE_DATA)',
  async () => {
    const rows = async (path: string) => (await readFile(join(reference, path), 'utf8')).trim().split('\n').length - 1
    const page = await site.open('/imports')
    // A long list's total is an estimate; its export has every record.
    const exported = async () =>
      (await (await page.request.get('/api/v1/orders/export?format=jsonl')).text()).split('\n').filter(Boolean).length

    await upload(page, join(reference, 'crm_maven/accounts.csv'))
    await check(page)
    expect(await stat(page, 'New')).toBe(String(await rows('crm_maven/accounts.csv')))
    await run(page)
    expect(await stat(page, 'New')).toBe(String(await rows('crm_maven/accounts.csv')))

    await upload(page, join(reference, 'online_retail_2009_2010_orders.csv'))
    const invoices = await rows('online_retail_2009_2010_orders.csv')
    await check(page)
    expect(await stat(page, 'New')).toBe(invoices.toLocaleString('en'))
    const found = [await rowOf(page, 'Orders').innerText(), await rowOf(page, 'Returns').innerText()]
    await run(page)
    expect([await rowOf(page, 'Orders').innerText(), await rowOf(page, 'Returns').innerText()]).toEqual(found)
    const numberIn = (text: string) => Number(/[\d,]+/.exec(text)![0].replaceAll(',', ''))
    expect(numberIn(found[0]!) + numberIn(found[1]!)).toBe(invoices)
    expect(await exported()).toBe(numberIn(found[0]!))

    const { items } = await site.api('GET', '/returns?limit=1&sort=-returnedAt')
    const done = page.url()
    await page.goto(`/contacts/${items[0].contactId}`)
    await page.getByRole('button', { name: 'View as table' }).click()
    await page
      .getByRole('rowheader', { name: /^Q\d 10$/ })
      .first()
      .waitFor()

    await page.goto(done)
    await undo(page)
    expect([await exported(), (await site.api('GET', '/returns?limit=1')).items]).toEqual([0, []])
    await page.getByRole('button', { name: 'Import again' }).click()
    await check(page)
    expect([await rowOf(page, 'Orders').innerText(), await rowOf(page, 'Returns').innerText()]).toEqual(found)
    await run(page)
    expect([await rowOf(page, 'Orders').innerText(), await rowOf(page, 'Returns').innerText()]).toEqual(found)
    expect(await exported()).toBe(numberIn(found[0]!))
    await page.context().close()
  },
  5 * long,
)
