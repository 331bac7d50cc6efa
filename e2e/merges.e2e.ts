import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { axe, type Page } from './browser.ts'
import { startSite, type Site } from './site.ts'

let site: Site
const ids: Record<string, string> = {}

beforeAll(async () => {
  site = await startSite()
  const company = await site.api('POST', '/companies', { name: 'Parliament' })
  const contacts = [
    {
      name: 'Justin T',
      email: 'justin@example.com',
      jobTitle: 'Leader',
      companyId: company.id,
      city: 'Montréal',
      country: 'CA',
    },
    {
      name: 'Prime Minister',
      email: 'pm@example.com',
      phone: '+14165550123',
      jobTitle: 'Prime Minister',
      city: 'Ottawa',
      country: 'CA',
      handles: [{ kind: 'x', value: '@pm' }],
    },
    {
      name: 'J. T.',
      handles: [
        { kind: 'instagram', value: '@justint' },
        { kind: 'email', value: 'jt@example.com' },
      ],
    },
    { name: 'Eva Malá', email: 'eva@example.com' },
    { name: 'Eva M.', phone: '+420777123456' },
  ]
  for (const contact of contacts) ids[contact.name] = (await site.api('POST', '/contacts', contact)).id
  for (const [at, name] of ['Justin T', 'Prime Minister', 'Prime Minister'].entries())
    await site.api('POST', '/orders', { contactId: ids[name], number: `N-${at}`, amount: 1000 * (at + 1) })
})
afterAll(() => site.close())
afterEach(() => site.requireNoFaults())

/** What axe finds wrong while a dialog covers parts of the page, whose links then seem too small to it. */
const dialogFaults = async (page: Page) => (await axe(page)).filter(fault => !fault.startsWith('target-size'))

test('two contacts are compared, merged with a chosen value, and taken apart again', async () => {
  const page = await site.open(`/contacts/${ids['Justin T']}`)
  await page.getByRole('heading', { name: 'Justin T', level: 1 }).waitFor()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Merge with…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Merge contacts' })
  await dialog.getByRole('textbox', { name: 'Contact to merge with' }).fill('Prime')
  await page.getByRole('option', { name: /Prime Minister/ }).click()
  await dialog.getByRole('radio', { name: 'Job title of Prime Minister' }).check()
  expect(await dialogFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Merge 2 contacts' }).click()
  await page.getByText('Merged into Justin T.').waitFor()
  await page.getByText('Merged with Prime Minister').waitFor()
  expect(await site.api('GET', `/contacts/${ids['Prime Minister']}`)).toMatchObject({
    id: ids['Justin T'],
    name: 'Justin T',
    jobTitle: 'Prime Minister',
    city: 'Montréal',
  })
  await page.getByRole('region', { name: 'Merged from' }).waitFor()
  expect(await axe(page)).toEqual([])

  await page.goto(`/contacts/${ids['Prime Minister']}`)
  await page.waitForURL(`**/contacts/${ids['Justin T']}`)
  await page.getByRole('button', { name: 'Unmerge Prime Minister' }).click()
  const undo = page.getByRole('dialog', { name: 'Unmerge Prime Minister' })
  await undo.getByText('pm@example.com').waitFor()
  await undo.getByRole('button', { name: 'Unmerge Prime Minister' }).click()
  await page.getByText('Prime Minister is a contact of its own again.').waitFor()
  const [a, b] = await Promise.all(
    ['Justin T', 'Prime Minister'].map(name => site.api('GET', `/contacts/${ids[name]}`)),
  )
  expect([a.jobTitle, b.jobTitle, b.id]).toEqual(['Leader', 'Prime Minister', ids['Prime Minister']])
  await page.context().close()
})

test('selected contacts are merged from the list, and the merge is undone from the list of merges', async () => {
  const page = await site.open('/contacts?q=eva')
  const list = page.getByRole('grid', { name: 'Contacts' })
  await list.getByText('Eva Malá').waitFor()
  for (const name of ['Eva Malá', 'Eva M.'])
    await list.getByRole('row').filter({ hasText: name }).getByRole('checkbox').click()
  await page.getByRole('button', { name: 'Merge', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Merge contacts' })
  await dialog.getByRole('button', { name: 'Merge 2 contacts' }).click()
  await page.getByText(/Merged into Eva/).waitFor()
  await page.goto('/merges')
  const row = page.getByRole('row').filter({ hasText: 'Eva' })
  await row.first().waitFor()
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: 'Undo many…' }).click()
  const many = page.getByRole('dialog', { name: 'Undo many merges' })
  await many.getByRole('combobox', { name: 'Which merges' }).click()
  await page.getByRole('option', { name: 'By a person' }).click()
  await many.getByRole('button', { name: 'Undo merges' }).click()
  await many.getByText(/1 merge undone/).waitFor()
  await page.context().close()
})

test('ways to reach are taken out, on a phone in Czech', async () => {
  await site.api('PATCH', '/profile', { locale: 'cs' })
  const page = await site.open(`/contacts/${ids['J. T.']}?do=split`, { size: 'phone', locale: 'cs-CZ', scheme: 'dark' })
  const dialog = page.getByRole('dialog', { name: 'Vyjmout údaje' })
  await dialog.getByRole('checkbox', { name: /jt@example.com/ }).check()
  expect(await dialogFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Vyjmout 1' }).click()
  await page.getByText('1 údaj byl vyjmut.').waitFor()
  await page.goto(`/contacts/${ids['Justin T']}?do=merge`)
  const merge = page.getByRole('dialog', { name: 'Sloučit kontakty' })
  await merge.getByRole('textbox', { name: 'Kontakt, se kterým sloučit' }).fill('Prime')
  await page.getByRole('option', { name: /Prime Minister/ }).click()
  await merge.getByRole('table').waitFor()
  expect(await dialogFaults(page)).toEqual([])
  await page.context().close()
})

test('a customer confirms an address, and the contact who had it is joined', async () => {
  await site.api('PATCH', '/profile', { locale: 'en' })
  const page = await site.open(`/contacts/${ids['Justin T']}?do=claim`)
  const dialog = page.getByRole('dialog', { name: 'Send claim link' })
  await dialog.getByLabel('E-mail').fill('eva@example.com')
  await dialog.getByRole('button', { name: 'Send claim link' }).click()
  await dialog.getByText(/Sent to eva@example.com/).waitFor()
  const { items } = await site.api('GET', '/outbox?limit=1')
  const mail = await site.api('GET', `/outbox/${items[0].id}`)
  const link = /https?:\S+\/claims\/\S+/.exec(mail.text)![0]
  const visitor = await (
    await site.browser.newContext({ baseURL: site.app.url, viewport: { width: 390, height: 700 } })
  ).newPage()
  await visitor.goto(new URL(link).pathname)
  expect(await axe(visitor)).toEqual([])
  await visitor.getByRole('button', { name: 'Yes, it is mine' }).click()
  await visitor.getByRole('heading', { name: 'Thank you, the address is linked' }).waitFor()
  const one = await site.api('GET', `/contacts/${ids['Eva Malá']}`)
  expect(one.mergedIds).toHaveLength(1)
  await visitor.context().close()
  await page.context().close()
})
