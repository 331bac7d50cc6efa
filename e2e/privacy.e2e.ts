import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { WorkspaceId } from '../src/kernel/ids.ts'
import { systemClock } from '../src/kernel/time.ts'
import type { App } from '../src/platform/context.ts'
import { loadSecret } from '../src/platform/crypto/load-secret.ts'
import { hashHandle, preferenceLink, unsubscribeHeaders } from '../src/slices/customers/consent/public.ts'
import { axe, newContext } from './browser.ts'
import { startSite, type Site } from './site.ts'

/** Demonstration 10, the privacy officer: double opt-in, one-click unsubscribe, export, erasure without a trace. */
let site: Site
let marta: string

beforeAll(async () => {
  site = await startSite()
  const contact = { name: 'Marta Nováková', email: 'marta@example.com', phone: '+420777123456', city: 'Znojmo' }
  marta = (await site.api('POST', '/contacts', contact)).id
  await site.api('POST', '/notes', { contactId: marta, body: 'Prefers to be called in the morning' })
  const order = { contactId: marta, number: 'N-1', amount: 125_000, placedAt: '2026-02-01T10:00:00Z', channel: 'shop' }
  await site.api('POST', '/orders', order)
})
afterAll(() => site.close())
afterEach(() => site.requireNoFaults())

/** The newest kept mail to the customer: its text and its one link. */
async function mailTo(address: string, subject: RegExp): Promise<{ text: string; link: string }> {
  let found: { id: string } | undefined
  await expect
    .poll(async () => {
      const { items } = await site.api('GET', '/outbox?limit=50')
      found = items.find((mail: { to: string; subject: string }) => mail.to === address && subject.test(mail.subject))
      return found !== undefined
    })
    .toBe(true)
  const { text } = await site.api('GET', `/outbox/${found!.id}`)
  return { text, link: new URL(/https?:\S+/.exec(text)![0]).pathname }
}

async function workspace(): Promise<WorkspaceId> {
  return (await site.api('GET', '/session')).workspace.id
}

test('a customer opts in twice and unsubscribes with one click', async () => {
  const { items: purposes } = await site.api('GET', '/consent/purposes')
  const purpose = purposes.find((one: { channels: string[] }) => one.channels.includes('email'))
  const { handles } = await site.api('GET', `/contacts/${marta}`)
  const handleId = handles.find((handle: { kind: string }) => handle.kind === 'email').id
  await site.api('POST', `/contacts/${marta}/consents/requests`, { purposeIds: [purpose.id], handleId })
  const state = async () => {
    const { current } = await site.api('GET', `/contacts/${marta}/consents`)
    return current.find(
      (one: { purposeId: string; channel: string }) => one.purposeId === purpose.id && one.channel === 'email',
    )?.state
  }
  const { link } = await mailTo('marta@example.com', /confirm/i)
  const context = await newContext(site.browser, site.app.url)
  const customer = await context.newPage()
  await customer.goto(link)
  expect(await state()).toBe('requested')
  await customer.getByRole('button').first().click()
  await expect.poll(state).toBe('granted')

  // What a mail program does for its own button (RFC 8058): one request without cookies.
  const secret = await loadSecret(site.folder, null)
  const app = { secret, config: { origin: site.app.url }, clock: systemClock } as unknown as App
  const email = { kind: 'email', normal: 'marta@example.com' } as const
  const workspaceId = await workspace()
  const to = { workspaceId, contactId: marta, hash: hashHandle({ app, workspaceId }, email) }
  const header = unsubscribeHeaders(app, to, purpose.id)['List-Unsubscribe']!
  const url = new URL(header.slice(1, -1)).pathname
  await customer.goto(url)
  expect(await state()).toBe('granted')
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
  expect((await fetch(site.app.url + url, { method: 'POST', body })).status).toBe(200)
  await expect.poll(state).toBe('withdrawn')
  await customer.goto(new URL(preferenceLink(app, to)).pathname)
  expect(await axe(customer)).toEqual([])
  await customer.getByRole('link', { name: 'Ask for your data or its erasure' }).click()
  await customer.getByRole('heading', { name: 'Your data' }).waitFor()
  await context.close()
})

test('a customer asks for the data, the officer exports it, and the link in the mail gives the file', async () => {
  const context = await newContext(site.browser, site.app.url, { size: 'phone' })
  const customer = await context.newPage()
  await customer.goto(`/privacy/${await workspace()}`)
  expect(await axe(customer)).toEqual([])
  await customer.getByLabel('Your e-mail address').fill('marta@example.com')
  await customer.getByRole('button', { name: 'Send a confirmation link' }).click()
  await customer.getByRole('heading', { name: 'Look into your mailbox' }).waitFor()
  await customer.goto((await mailTo('marta@example.com', /^Confirm your request/)).link)
  await customer.getByRole('button', { name: 'Ask for my data' }).click()
  await customer.getByRole('heading', { name: 'We have your request' }).waitFor()

  const page = await site.open('/settings/privacy/requests')
  await page.getByRole('link', { name: 'Marta Nováková' }).click()
  await page.getByRole('heading', { name: 'Access to data: Marta Nováková' }).waitFor()
  await page.getByText('Link in a mail to the address').first().waitFor()
  await page.getByRole('button', { name: 'Export data' }).click()
  await page.getByRole('link', { name: 'Download ZIP' }).waitFor()
  expect(await axe(page)).toEqual([])
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download ZIP' }).click(),
  ])
  const files = unzipSync(await readFile(await download.path()))
  const { data } = JSON.parse(Buffer.from(files['data.json']!).toString())
  expect(data.contacts[0]).toMatchObject({ name: 'Marta Nováková', city: 'Znojmo' })
  expect(data.orders).toHaveLength(1)
  expect(data.consents.length).toBeGreaterThan(0)

  await page.getByRole('button', { name: 'Mail link to marta@example.com' }).click()
  await page.getByText('Link mailed to marta@example.com').waitFor()
  await customer.goto((await mailTo('marta@example.com', /^Your data at/)).link)
  await customer.getByRole('link', { name: 'Download your data' }).waitFor()
  await page.getByRole('button', { name: 'Complete request' }).click()
  const dialog = page.getByRole('dialog', { name: 'Complete request' })
  await dialog.getByRole('textbox').fill('The file was sent by mail')
  await dialog.getByRole('button', { name: 'Complete request' }).click()
  await page.getByText('Completed', { exact: true }).waitFor()
  await Promise.all([context.close(), page.context().close()])
})

test('the officer erases the person: no trace in search, events and exports; the order stays', async () => {
  const page = await site.open(`/contacts/${marta}`)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Privacy…' }).click()
  await page.getByRole('button', { name: 'Put under legal hold' }).click()
  let dialog = page.getByRole('dialog', { name: 'Put under legal hold' })
  await dialog.getByLabel('Reason').fill('A complaint is open')
  await dialog.getByRole('button', { name: 'Put under legal hold' }).click()
  await page.getByText('A complaint is open').waitFor()
  await page.getByRole('button', { name: 'Erase person…' }).click()
  dialog = page.getByRole('dialog', { name: 'Erase person' })
  await dialog.getByText('Under legal hold: A complaint is open').waitFor()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'End legal hold' }).click()
  await page.getByText('None.').waitFor()

  await page.getByRole('button', { name: 'Erase person…' }).click()
  await dialog.getByRole('row', { name: /^Orders books must be kept by law/ }).waitFor()
  expect(await axe(page)).toEqual([])
  await dialog.getByLabel('Type “Marta Nováková” to confirm').fill('Marta Nováková')
  await dialog.getByRole('button', { name: 'Erase person' }).click()
  await page.getByText(/^Erased on /).waitFor()

  const traces = /marta|novákov|novakov|777123456|znojmo/i
  for (const path of [
    '/search?q=marta',
    '/contacts?q=novak',
    '/contacts/export?format=jsonl',
    '/events?limit=200',
    '/events/export?format=jsonl',
    '/orders/export?format=jsonl',
    '/notes',
    '/outbox?limit=100',
    '/audit?limit=200',
    '/privacy/requests',
    `/contacts/${marta}/timeline`,
  ]) {
    const response = await page.request.get(`/api/v1${path}`)
    expect([path, response.status(), traces.exec(await response.text())?.[0]]).toEqual([path, 200, undefined])
  }
  const { items } = await site.api('GET', '/orders')
  expect(items).toMatchObject([{ number: 'N-1', amount: 125_000, contactName: 'Erased person' }])

  const again = { name: 'Marta Nováková', email: 'marta@example.com' }
  await expect(site.api('POST', '/contacts', again)).rejects.toThrow('409')
  await page.context().close()
})
