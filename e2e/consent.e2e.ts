import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { axe, type Page } from './browser.ts'
import { startSite, type Site } from './site.ts'

let site: Site
const email = 'marta@example.com'

beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.close())
afterEach(() => site.requireNoFaults())

/** A customer's own browser: not signed in, and without JavaScript. */
async function visit(path: string): Promise<Page> {
  const context = await site.browser.newContext({ baseURL: site.app.url, javaScriptEnabled: false, locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(path)
  return page
}

const linkIn = async (path: string) => {
  const { items } = await site.api('GET', '/outbox')
  const mail = items.find((own: { to: string }) => own.to === email)
  return new RegExp(`(${path}\\S+)`).exec((await site.api('GET', `/outbox/${mail.id}`)).text)![1]!
}
const marta = async () => (await site.api('GET', `/contacts?q=${email}`)).items[0]
const stateOf = async (contactId: string) =>
  (await site.api('GET', `/contacts/${contactId}/consents`)).current.map((own: { state: string }) => own.state)

test('a form is built, filled in by a customer, confirmed by mail, and everything is stopped again', async () => {
  const page = await site.open('/forms')
  await page.getByRole('button', { name: 'Create form' }).first().click()
  await page.getByRole('heading', { name: 'Contact us', level: 1 }).waitFor()
  await page.getByRole('button', { name: 'Add field' }).click()
  await page.getByRole('menuitem', { name: 'Choice' }).click()
  await page.getByLabel('Options, one a line').fill('Sales | Prodej\nHelp | Pomoc')
  await page.getByRole('checkbox', { name: /Newsletter/ }).check()
  await page.getByRole('button', { name: 'Save form' }).click()
  await page.getByText('Form saved').waitFor()
  expect(await axe(page)).toEqual([])
  const [form] = (await site.api('GET', '/forms')).items

  const form1 = await visit(`/f/${form.slug}`)
  await form1.getByLabel('Your name').fill('Marta Nováková')
  await form1.getByLabel('E-mail').fill('nonsense')
  await form1.waitForTimeout(2100)
  await form1.getByRole('button', { name: 'Send' }).click()
  await form1.getByText('This is not an e-mail address.').waitFor()
  await form1.getByLabel('E-mail').fill(email)
  await form1.getByLabel('Choice').selectOption('Help')
  await form1.getByText('Send me news and offers.').click()
  await form1.waitForTimeout(2100)
  await form1.getByRole('button', { name: 'Send' }).click()
  await form1.getByRole('heading', { name: 'Thank you' }).waitFor()
  await form1.context().close()

  const { id } = await marta()
  expect(await stateOf(id)).toEqual(['requested'])
  const confirm = await linkIn('/confirm-consent/')
  // A scanner of mails follows the link; nothing comes of it.
  for (let times = 0; times < 3; times++) expect((await fetch(site.app.url + confirm)).status).toBe(200)
  expect(await stateOf(id)).toEqual(['requested'])
  const confirming = await visit(confirm)
  await confirming.getByRole('button', { name: 'Yes, confirm' }).click()
  await confirming.getByRole('heading', { name: 'Thank you, it is confirmed' }).waitFor()
  expect(await stateOf(id)).toEqual(['granted'])

  await page.goto(`/contacts/${id}`)
  await page.getByRole('button', { name: /^Newsletter, E-mail: Agreed .* confirmed by mail$/ }).waitFor()
  await page.getByText('Sent the form “Contact us”').waitFor()

  await confirming.getByRole('link', { name: 'Choose what to receive' }).click()
  await confirming.getByRole('group', { name: 'Surveys' }).getByLabel('E-mail').check()
  await confirming.getByRole('button', { name: 'Save preferences' }).click()
  await confirming.getByText('Your preferences are saved.').waitFor()
  await confirming.getByRole('button', { name: 'Stop everything' }).click()
  await confirming.getByText('We will not send you any of this again.').waitFor()
  await confirming.context().close()
  expect(new Set(await stateOf(id))).toEqual(new Set(['withdrawn']))
  await page.getByText(`${email} gets no mail: unsubscribed`).waitFor()
  await page.context().close()
})

test('staff records what was said on the phone, and sees the whole history', async () => {
  const { id } = await site.api('POST', '/contacts', { name: 'Jan Dvořák', email: 'jan@example.com' })
  const page = await site.open(`/contacts/${id}`)
  await page.getByRole('button', { name: 'Surveys, Phone call: Nothing said' }).click()
  const dialog = page.getByRole('dialog', { name: 'Record what was said' })
  await dialog.getByLabel('How was it said?').fill('Asked us on the phone to call in spring')
  await dialog.getByRole('button', { name: 'Record consent' }).click()
  await page.getByRole('button', { name: /^Surveys, Phone call: Agreed/ }).waitFor()
  await page.getByRole('button', { name: 'Show history' }).click()
  await page.getByRole('dialog', { name: 'History of consent' }).getByText('call in spring').waitFor()
  expect(await axe(page)).toEqual([])
  await page.context().close()
})

test('the pages for customers are accessible, in the light, in the dark and on a phone', async () => {
  const { id } = await site.api('POST', '/contacts', { name: 'Eva Malá', email: 'eva@example.com' })
  const { link } = await site.api('GET', `/contacts/${id}/preference-link`)
  const [form] = (await site.api('GET', '/forms')).items
  for (const path of [new URL(link).pathname, `/f/${form.slug}`, `/f/${form.slug}/embed`]) {
    for (const look of [{}, { scheme: 'dark' }, { size: 'phone', locale: 'cs-CZ' }] as const) {
      const page = await site.open(path, look)
      expect([path, look, await axe(page)]).toEqual([path, look, []])
      const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
      expect(isWide).toBe(false)
      await page.context().close()
    }
  }
})
