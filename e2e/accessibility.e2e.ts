import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe, type Page } from './browser.ts'
import { startSite, type Site } from './site.ts'

let site: Site
let contactId: string

beforeAll(async () => {
  site = await startSite()
  const { items } = await site.api('POST', '/contacts/bulk', {
    items: Array.from({ length: 30 }, (_, index) => ({
      name: `Person ${index}`,
      email: `person${index}@example.com`,
      phone: `+42060277${1000 + index}`,
      lifecycle: 'loyal',
    })),
  })
  contactId = items[0].id
  await site
    .api('POST', '/tags', { name: 'VIP', color: 'violet' })
    .then(({ id }) => site.api('PATCH', `/contacts/${contactId}`, { tagIds: [id] }))
  await site.api('POST', '/notes', { contactId, body: 'Prefers e-mail', isPinned: true })
  await site.api('POST', '/tasks', { contactId, title: 'Call back', dueAt: '2026-01-05T10:00:00Z' })
  await site.api('POST', '/orders', {
    source: 'test',
    sourceId: '1',
    contactId,
    amount: 12_300,
    currency: 'EUR',
    channel: 'web',
  })
})
afterAll(() => site.close())

interface Shown {
  name: string
  path: () => string
  /** What says that the screen is there. */
  ready: (page: Page) => Promise<unknown>
}

const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { name, level: 1 }).waitFor()

const screens: Shown[] = [
  { name: 'Home', path: () => '/', ready: page => page.getByText('Call back').first().waitFor() },
  { name: 'Contacts', path: () => '/contacts', ready: page => page.getByText('30 contacts').waitFor() },
  {
    name: 'a contact',
    path: () => `/contacts/${contactId}`,
    ready: page => page.getByText('Contact created').waitFor(),
  },
  {
    name: 'a contact over its list',
    path: () => `/contacts?open=${contactId}`,
    ready: page => page.getByText('Contact created').waitFor(),
  },
  {
    name: 'creating a contact',
    path: () => '/contacts?new=record',
    ready: page => page.getByRole('dialog').getByLabel('First name').waitFor(),
  },
  { name: 'the bin', path: () => '/contacts/bin', ready: heading('Bin') },
  { name: 'Tasks', path: () => '/tasks', ready: page => page.getByText('Call back').first().waitFor() },
  {
    name: 'creating a task',
    path: () => '/tasks?new=task',
    ready: page => page.getByLabel('What is to be done').waitFor(),
  },
  {
    name: 'Search',
    path: () => '/search?q=person',
    ready: page => page.getByText('Person 1', { exact: true }).waitFor(),
  },
  { name: 'an address that is nowhere', path: () => '/nowhere', ready: heading('Nothing here') },
]

test.each([
  ['light', 'desktop'],
  ['dark', 'desktop'],
  ['light', 'phone'],
] as const)('every screen in %s on a %s', { timeout: 240_000 }, async (scheme, size) => {
  const page = await site.open('/', { scheme, size })
  const found: string[] = []
  for (const { name, path, ready } of screens) {
    await page.goto(path())
    await ready(page)
    await page.waitForTimeout(300)
    for (const violation of await axe(page)) found.push(`${name}: ${violation}`)
    if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth))
      found.push(`${name}: wider than the screen`)
  }
  expect([...found, ...site.faults.splice(0)]).toEqual([])
  await page.context().close()
})

test.each(['/sign-in', '/password', '/reset/some-token', '/invitation/some-token'])('%s, signed out', async path => {
  for (const scheme of ['light', 'dark'] as const) {
    const context = await site.browser.newContext({ baseURL: site.app.url, colorScheme: scheme, locale: 'en-GB' })
    const page = await context.newPage()
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForTimeout(400)
    expect(await axe(page)).toEqual([])
    await context.close()
  }
})
