import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { axe } from './browser.ts'
import { startSite, type Site } from './site.ts'

let site: Site

const firstNames =
  'Marta Jan Eva Petr Lucie Tomáš Jana Pavel Hana Karel Alena Jiří Ivana Radek Olga Filip Zdena Igor Nela Vít'.split(
    ' ',
  )
const lastNames =
  'Novák Dvořák Svoboda Černý Procházka Kučera Veselý Horák Němec Marek Pokorný Hájek Jelínek Růžička Beneš Fiala Sedlák Doležal Zeman Kolář'.split(
    ' ',
  )
const streets = 'Dlouhá Krátká Nová Polní Lipová Zahradní Školní Husova Květná Jiráskova'.split(' ')
const cities = ['Praha', 'Brno', 'Ostrava', 'Plzeň', 'Olomouc', 'Liberec']

/** 300 people who are all somebody else, and 20 of them a second time, without their address and with a slip. */
function people() {
  let seed = 7
  const upTo = (count: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % count
  }
  const two = (number: number) => String(number).padStart(2, '0')
  const all = Array.from({ length: 300 }, () => ({
    firstName: firstNames[upTo(20)]!,
    lastName: lastNames[upTo(20)]!,
    birthday: `${1950 + upTo(50)}-${two(1 + upTo(12))}-${two(1 + upTo(28))}`,
    street: `${streets[upTo(10)]} ${1 + upTo(200)}`,
    city: cities[upTo(6)]!,
    postalCode: `${100 + upTo(600)} ${two(upTo(99))}`,
  }))
  return [
    ...all.map(person => ({ ...person, email: `${upTo(1e9).toString(36)}${upTo(1e9).toString(36)}@example.com` })),
    ...all.slice(0, 20).map(({ firstName, ...person }) => ({
      ...person,
      firstName: firstName.slice(0, -1),
      phone: `+4206${two(upTo(99))}${100_000 + upTo(899_999)}`,
    })),
  ]
}

beforeAll(async () => {
  site = await startSite()
  await site.api('POST', '/contacts/bulk', { items: people() })
})
afterAll(() => site.close())
afterEach(() => site.requireNoFaults())

/** As the timeline shows it: what happened, without when it was read. */
const events = async (id: string) =>
  (await site.api('GET', `/contacts/${id}/timeline?limit=100`)).items.map((event: { id: string }) => event.id)
/** A number that no longer moves: changed contacts are scored again within seconds. */
async function settled(read: () => Promise<number>): Promise<number> {
  for (let before = await read(), same = 0; ;) {
    await new Promise(done => setTimeout(done, 500))
    const now = await read()
    same = now === before ? same + 1 : 0
    if (same === 4) return now
    before = now
  }
}
const contact = (id: string) => site.api('GET', `/contacts/${id}`)

test('“Justin T”, “Prime Minister” and an address turn out one person: scored, merged, on one timeline, taken apart exactly', async () => {
  const make = (body: object) => site.api('POST', '/contacts', body)
  const justin = await make({ name: 'Justin T', handles: [{ kind: 'instagram', value: '@justin.trudeau' }] })
  const minister = await make({
    name: 'Prime Minister',
    birthday: '1971-12-25',
    handles: [{ kind: 'x', value: '@JustinTrudeau' }],
  })
  const address = await make({
    firstName: 'Justin',
    lastName: 'Trudeau',
    birthday: '1971-12-25',
    email: 'justin.trudeau@example.ca',
  })
  await site.api('POST', '/notes', { contactId: justin.id, body: 'Asked about delivery on Instagram' })
  await site.api('POST', '/notes', { contactId: minister.id, body: 'Praised us in public' })
  await site.api('POST', '/orders', {
    source: 'shop',
    sourceId: '77',
    contactId: address.id,
    amount: 12_300,
    currency: 'EUR',
    channel: 'web',
  })
  const all = [justin, minister, address].map(({ id }) => id as string)
  const work = () => site.api('GET', '/jobs')
  await expect.poll(work, { timeout: 20_000 }).toMatchObject({ waiting: 0, running: 0, undelivered: 0 })
  expect((await contact(address.id)).facts.orders).toBe(1)
  const before = await Promise.all(all.map(contact))

  const page = await site.open('/identity')
  await page.getByRole('heading', { name: 'Identity', level: 1 }).waitFor()
  await page.getByRole('link', { name: 'Groups' }).click()
  await page
    .getByRole('list', { name: 'Groups' })
    .getByRole('button')
    .filter({ hasText: 'Prime Minister' })
    .click({ timeout: 20_000 })
  const table = page.getByRole('table', { name: '3 contacts hang together' })
  for (const name of ['Justin T', 'Prime Minister', 'Justin Trudeau'])
    await table.getByRole('link', { name, exact: true }).waitFor()
  await page
    .getByText(/Same handle: justintrudeau/i)
    .first()
    .waitFor()

  await page.getByRole('button', { name: 'Join 3 contacts' }).click()
  await page.getByText('joined.').waitFor()
  const survivorId = (await contact(justin.id)).id as string
  const one = await contact(survivorId)
  expect([survivorId, ...one.mergedIds].toSorted()).toEqual(all.toSorted())
  expect(one.handles.map((handle: { kind: string }) => handle.kind).toSorted()).toEqual(['email', 'instagram', 'x'])
  await expect.poll(async () => (await contact(survivorId)).facts).toMatchObject({ orders: 1, netAmount: 12_300 })

  // One timeline under each of the three addresses.
  await page.goto(`/contacts/${minister.id}`)
  await page.waitForURL(new RegExp(survivorId === minister.id ? minister.id : survivorId))
  for (const text of ['Asked about delivery on Instagram', 'Praised us in public'])
    await page.getByText(text).first().waitFor()

  // Who decided stands under Decisions; taken back there, all is as it was.
  await page.goto('/identity/decisions')
  await page.getByRole('grid', { name: 'Decisions' }).waitFor()
  for (let left = 2; left > 0; left--) {
    await page.getByRole('button', { name: 'Take back' }).first().click()
    await expect.poll(async () => (await site.api('GET', '/identity/decisions')).items.length).toBe(left - 1)
  }
  const plain = (read: object) => ({ ...read, version: 0 })
  await expect.poll(async () => (await Promise.all(all.map(contact))).map(plain)).toEqual(before.map(plain))
  expect(await events(minister.id)).not.toEqual(await events(justin.id))
  await page.context().close()
})

test('pairs are decided by keyboard alone, and the last decision is undone', async () => {
  const page = await site.open('/identity')
  const list = page.getByRole('list', { name: 'Pairs' })
  await list.getByRole('button').first().waitFor({ timeout: 20_000 })
  const names = async () => (await list.getByRole('button').first().innerText()).split('\n').slice(0, 2)
  const waiting = async () => (await site.api('GET', '/identity/candidates?total=true&filter[status]=open')).total.count
  const count = await settled(waiting)
  expect(count).toBeGreaterThan(10)
  const first = await names()

  await page.keyboard.press('j')
  await page.getByText('joined.').waitFor()
  await expect.poll(names).not.toEqual(first)
  await expect.poll(waiting).toBeLessThan(count)
  await page.keyboard.press('u')
  await expect.poll(names).toEqual(first)
  await expect.poll(waiting).toBe(count)

  await page.keyboard.press('n')
  await page.getByText('stay apart.').waitFor()
  await expect.poll(waiting).toBe(count - 1)
  await page.keyboard.press('l')
  await page.getByText('Put off.').waitFor()
  await expect.poll(waiting).toBe(count - 2)
  await page.keyboard.press('ArrowDown')
  await list.locator('[aria-current="true"]').nth(0).waitFor()

  await page.keyboard.press('a')
  await page.getByRole('option', { name: /Olga Owner/ }).click()
  await expect
    .poll(async () => (await site.api('GET', '/identity/candidates?filter[assigneeId]=me')).items.length)
    .toBe(1)
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Not the same').waitFor()
  await page.context().close()
})

test('on a contact stands whom it may be the same as', async () => {
  const [pair] = (await site.api('GET', '/identity/candidates?limit=1')).items
  const page = await site.open(`/contacts/${pair.a.id}`)
  await page
    .getByRole('region', { name: 'May be the same as' })
    .getByRole('link', { name: pair.b.name })
    .first()
    .click()
  await page.getByRole('table').getByRole('columnheader', { name: pair.b.name }).first().waitFor()
  await page.context().close()
})

test.each([
  ['light', 'desktop'],
  ['dark', 'phone'],
] as const)('every screen in %s on a %s is accessible and fits', { timeout: 120_000 }, async (scheme, size) => {
  const page = await site.open('/identity', { scheme, size })
  const found: string[] = []
  for (const path of ['/identity', '/identity/groups', '/identity/decisions', '/identity/matching']) {
    await page.goto(path)
    await page.locator('main h1').waitFor()
    await page.waitForTimeout(700)
    if (path === '/identity' && size === 'phone')
      await page.getByRole('list', { name: 'Pairs' }).getByRole('button').first().click()
    for (const violation of await axe(page)) found.push(`${path}: ${violation}`)
    if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth))
      found.push(`${path}: wider than the screen`)
  }
  expect(found).toEqual([])
  await page.context().close()
})
