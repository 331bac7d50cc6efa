import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { axe } from './browser.ts'
import { startSite, type Site } from './site.ts'

let site: Site

beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.close())
afterEach(() => site.requireNoFaults())

test('a member is invited, the kept mail holds the link, and the new member comes in', async () => {
  const page = await site.open('/settings/members')
  await page.getByRole('button', { name: 'Invite member' }).click()
  const dialog = page.getByRole('dialog', { name: 'Invite member' })
  await dialog.getByLabel('E-mail').fill('petr@example.com')
  await dialog.getByRole('button', { name: 'Send invitation' }).click()
  await page.getByRole('list', { name: 'Invitations' }).getByText('petr@example.com').waitFor()

  await page.goto('/settings/mail')
  await page.getByText('There is no mail server yet.', { exact: false }).waitFor()
  const row = page.getByRole('listitem').filter({ hasText: 'petr@example.com' })
  await row.getByText('Kept here').waitFor()
  await row.getByRole('button').first().click()
  const link = await page
    .getByRole('dialog')
    .getByRole('link', { name: /\/invitation\// })
    .getAttribute('href')

  const guest = await (await site.browser.newContext({ baseURL: site.app.url })).newPage()
  await guest.goto(link!)
  await guest.getByLabel('Your name').fill('Petr Malý')
  await guest.locator('input[type=password]').fill('another good password')
  await guest.getByRole('button', { name: 'Accept invitation' }).click()
  await guest.getByRole('heading', { name: 'Home' }).waitFor()
  await guest.goto('/settings')
  await guest.waitForURL(/settings\/workspace/)
  await guest.getByRole('navigation', { name: 'Settings' }).waitFor()
  expect(await guest.getByRole('navigation', { name: 'Settings' }).getByRole('link').allInnerTexts()).toEqual([
    'General',
    'Members',
    'Teams',
    'Roles',
    'Fields',
    'Tags',
    'Consent',
  ])

  await page.goto('/settings/members')
  const petr = page.getByRole('listitem').filter({ hasText: 'petr@example.com' })
  await petr.getByRole('combobox').or(petr.getByRole('textbox')).first().click()
  await page.getByRole('option', { name: 'Manager' }).click()
  await page.getByText('Petr Malý is now Manager.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await site.api('GET', '/members?q=petr')).items[0].role).toBe('member')
  await Promise.all([guest.context().close(), page.context().close()])
})

test('a field with choices is made, reordered by keyboard, archived and brought back', async () => {
  const page = await site.open('/settings/fields')
  const create = async (label: string, type: string, choices: string[] = []) => {
    await page.getByRole('button', { name: 'Create field' }).first().click()
    const dialog = page.getByRole('dialog', { name: 'Create field' })
    await dialog.getByLabel('Label').fill(label)
    await dialog.getByLabel('Type', { exact: true }).first().click()
    await page.getByRole('option', { name: type, exact: true }).click()
    for (const [index, choice] of choices.entries()) {
      await dialog.getByLabel(`Choice ${index + 1}`, { exact: true }).fill(choice)
      if (index < choices.length - 1) await page.keyboard.press('Enter')
    }
    await dialog.getByRole('button', { name: 'Create field' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }
  await create('Tier', 'Choice', ['Gold', 'Silver'])
  await create('Budget', 'Money')
  const labels = async () =>
    (await site.api('GET', '/fields?object=contact')).items.map((field: { label: string }) => field.label)
  expect(await labels()).toEqual(['Tier', 'Budget'])
  await page.getByRole('button', { name: 'Move Budget up' }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(labels).toEqual(['Budget', 'Tier'])
  await page.getByRole('button', { name: 'Actions for Tier' }).click()
  await page.getByRole('menuitem', { name: 'Archive field' }).click()
  await page.getByRole('heading', { name: 'Archived' }).waitFor()
  await page.getByRole('button', { name: 'Bring back' }).click()
  await expect.poll(labels).toContain('Tier')
  await page.context().close()
})

test('an API key is shown once, works, and is refused after it was revoked', async () => {
  const page = await site.open('/settings/api-keys')
  await page.getByRole('button', { name: 'Create API key' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Web shop')
  await dialog.getByRole('button', { name: 'Create API key' }).click()
  const key = await page.getByRole('textbox', { name: 'API key' }).inputValue()
  const status = async () =>
    (await fetch(`${site.app.url}/api/v1/contacts`, { headers: { authorization: `Bearer ${key}` } })).status
  expect(await status()).toBe(200)
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
  await page.getByRole('button', { name: 'Revoke key' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke key' }).click()
  await page.getByText('Key “Web shop” revoked').waitFor()
  expect(await status()).toBe(401)
  await page.goto('/settings/audit')
  await page.getByRole('grid', { name: 'Audit log' }).getByText('Revoked an API key').waitFor()
  await page.context().close()
})

const screens = [
  '/settings/workspace',
  '/settings/members',
  '/settings/teams',
  '/settings/roles',
  '/settings/fields',
  '/settings/tags',
  '/settings/mail',
  '/settings/api-keys',
  '/settings/audit',
  '/settings/jobs',
  '/settings/demo',
  '/profile',
  '/companies',
  '/companies?new=record',
  '/orders',
  '/orders?new=record',
  '/orders/returns',
  '/imports',
]

test.each(['light', 'dark'] as const)(
  'settings, profile, companies, orders and imports are accessible in the %s theme',
  async scheme => {
    for (const size of scheme === 'light' ? (['desktop', 'phone'] as const) : (['desktop'] as const)) {
      const page = await site.open('/profile', { scheme, size })
      for (const path of screens) {
        await page.goto(path)
        await page.locator('main#main h1').waitFor()
        await page.waitForLoadState('networkidle')
        expect([path, size, ...(await axe(page))]).toEqual([path, size])
      }
      await page.context().close()
    }
  },
  180_000,
)
