import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { signIn } from './browser.ts'
import { owner, startSite, type Site } from './site.ts'

let site: Site

beforeAll(async () => {
  site = await startSite()
  const items = Array.from({ length: 120 }, (_, index) => ({
    firstName: ['Marta', 'Jan', 'Eva', 'Petr'][index % 4],
    lastName: `Person ${String(index).padStart(3, '0')}`,
    email: `person${index}@example.com`,
    lifecycle: index % 3 === 0 ? 'customer' : 'lead',
  }))
  await site.api('POST', '/contacts/bulk', { items })
})
afterAll(() => site.close())
afterEach(() => site.requireNoFaults())

test('whoever is signed out signs in and comes to the page that was asked for', async () => {
  const page = await (await site.browser.newContext({ baseURL: site.app.url })).newPage()
  await page.goto('/contacts?q=eva')
  await page.waitForURL(/\/sign-in\?to=/)
  await page.getByLabel('E-mail').fill(owner.email)
  await page.locator('input[name=password]').fill('not the password')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('alert').waitFor()
  await page.locator('input[name=password]').fill(owner.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(/\/contacts\?q=eva/)
  await page.getByRole('grid', { name: 'Contacts' }).waitFor()
  await page.context().close()
})

test('a contact is created by keyboard alone, then opened, changed and found', async () => {
  const page = await site.open('/')
  await page.getByRole('heading', { name: 'Home' }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await page.getByRole('grid', { name: 'Contacts' }).waitFor()
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog', { name: 'Create contact' })
  await dialog.getByLabel('First name').fill('Ludmila')
  await dialog.getByLabel('Last name').fill('Křížová')
  await dialog.getByLabel('E-mail').fill('ludmila@example.com')
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog', { name: 'Ludmila Křížová' })
  await sheet.getByText('ludmila@example.com').first().waitFor()
  await sheet.getByRole('link', { name: 'Open as a page' }).click()
  await page.getByRole('heading', { name: 'Ludmila Křížová', level: 1 }).waitFor()

  await page.getByRole('button', { name: 'Add Job title' }).click()
  await page.getByLabel('Edit Job title').fill('Buyer')
  await page.keyboard.press('Enter')
  await page.getByText('Job title set to Buyer').waitFor()

  await page.getByRole('button', { name: 'Add e-mail, phone or handle' }).click()
  await page.getByLabel('Value').fill('602 771 000')
  await page.keyboard.press('Enter')
  await page.getByRole('listitem').filter({ hasText: '602 771 000' }).first().waitFor()
  await page.getByText('Phone added').waitFor()

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search and commands' }).fill('krizova')
  await page.getByRole('option', { name: /Ludmila Křížová/ }).waitFor()
  await page.keyboard.press('Escape')

  const [found] = (await site.api('GET', '/contacts?q=krizova')).items
  expect(found).toMatchObject({
    name: 'Ludmila Křížová',
    jobTitle: 'Buyer',
    phone: '+420602771000',
    email: 'ludmila@example.com',
  })
  await page.context().close()
})

test('an address that somebody has is refused with the way to who has it', async () => {
  const page = await site.open('/contacts?new=record')
  const dialog = page.getByRole('dialog', { name: 'Create contact' })
  await dialog.getByLabel('First name').fill('Somebody')
  await dialog.getByLabel('E-mail').fill('PERSON7@example.com')
  await dialog.getByRole('button', { name: 'Create contact' }).click()
  await dialog.getByRole('link', { name: 'Open the contact that has it' }).waitFor()
  expect(await dialog.getByLabel('First name').inputValue()).toBe('Somebody')
  await page.context().close()
})

test('Escape asks before it throws away what was entered', async () => {
  const page = await site.open('/companies?new=record')
  const dialog = page.getByRole('dialog', { name: 'Create company' })
  await dialog.getByLabel('Name').fill('Half a name')
  await page.keyboard.press('Escape')
  const question = page.getByRole('dialog', { name: 'Close without saving?' })
  await question.waitFor()
  await page.keyboard.press('Escape')
  await question.waitFor({ state: 'detached' })
  expect(await dialog.getByLabel('Name').inputValue()).toBe('Half a name')
  await page.keyboard.press('Escape')
  await question.getByRole('button', { name: 'Discard changes' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.context().close()
})

test('a company is renamed in its sheet', async () => {
  const { id } = await site.api('POST', '/companies', { name: 'Acme Typo' })
  const page = await site.open(`/companies?open=${id}`)
  await page.getByRole('button', { name: 'Edit Name' }).click()
  await page.getByLabel('Edit Name').fill('Acme Works')
  const saved = page.waitForResponse(response => response.request().method() === 'PATCH')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Acme Works' }).waitFor()
  await saved
  expect(await site.api('GET', `/companies/${id}`)).toMatchObject({ name: 'Acme Works' })
  await page.context().close()
})

test('what one tab changes another shows within a second', async () => {
  const [{ id }] = (await site.api('GET', '/contacts?q=Person 010')).items
  const [one, other] = [await site.open(`/contacts/${id}`), await site.open('/contacts?q=Person 010')]
  await one.getByRole('heading', { level: 1 }).waitFor()
  const row = other.getByRole('row').filter({ hasText: 'Person 010' })
  await row.waitFor()
  await other.waitForTimeout(500)
  await one.keyboard.press('e')
  await one.getByLabel('Edit Name').fill('Eva Person 010 renamed')
  const began = Date.now()
  await one.keyboard.press('Enter')
  await other.getByRole('row').filter({ hasText: 'Eva Person 010 renamed' }).waitFor({ timeout: 5000 })
  expect(Date.now() - began).toBeLessThan(1500)
  await Promise.all([one.context().close(), other.context().close()])
})

test('several contacts are changed at once, and the change is undone', async () => {
  const page = await site.open('/contacts?q=person%2003')
  await page.getByRole('row').filter({ hasText: 'Person 03' }).first().waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+J')
  await page.keyboard.press('Shift+J')
  const bar = page.getByRole('toolbar', { name: 'Actions on the selected rows' })
  await bar.getByText('3 selected').waitFor()
  const lifecycles = async () =>
    (await site.api('GET', '/contacts?q=person%2003&limit=3')).items.map((row: { lifecycle: string }) => row.lifecycle)
  const before = await lifecycles()
  await bar.getByRole('button', { name: 'Lifecycle' }).click()
  await page.getByRole('option', { name: 'Advocate' }).click()
  await page.getByText('3 contacts changed.').waitFor()
  expect(await lifecycles()).toEqual(['advocate', 'advocate', 'advocate'])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(lifecycles).toEqual(before)
  await page.context().close()
})

test('deleted contacts wait in the bin and come back', async () => {
  const page = await site.open('/contacts?q=person%2004')
  const names = async () => (await site.api('GET', '/contacts?q=person%2004')).items.length
  await page.getByRole('row').filter({ hasText: 'Person 04' }).first().waitFor()
  const before = await names()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page
    .getByRole('toolbar', { name: 'Actions on the selected rows' })
    .getByRole('button', { name: 'Delete' })
    .click()
  await page.getByText('1 contact moved to the bin.').waitFor()
  expect(await names()).toBe(before - 1)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Open bin' }).click()
  await page.getByRole('heading', { name: 'Bin' }).waitFor()
  await page.getByText('1 contact in the bin').waitFor()
  await page.getByRole('row').nth(1).hover()
  await page.getByLabel('Select row').first().check({ force: true })
  await page.getByRole('button', { name: 'Restore' }).click()
  await page.getByText('The bin is empty').waitFor()
  await expect.poll(names).toBe(before)
  await page.context().close()
})

test('a filtered list is saved as a view and opened again', async () => {
  const page = await site.open('/contacts')
  await page.getByRole('grid', { name: 'Contacts' }).waitFor()
  await page.getByRole('button', { name: 'Add filter' }).click()
  await page.getByRole('option', { name: 'Lifecycle' }).click()
  await page.getByRole('option', { name: 'Customer' }).click()
  await page.getByRole('button', { name: 'Apply filter' }).click()
  await page.getByText('40 contacts').waitFor()
  await page.getByRole('button', { name: /All contacts/ }).click()
  await page.getByRole('menuitem', { name: 'Save as new view' }).click()
  await page.getByLabel('Name of the view').fill('Buyers')
  await page.getByRole('button', { name: 'Save as new view' }).click()
  await page.getByRole('button', { name: /Buyers/ }).waitFor()
  await page.goto('/contacts')
  await page.getByText(/\d+ contacts/).waitFor()
  await page.getByRole('button', { name: /All contacts/ }).click()
  await page.getByRole('menuitem', { name: 'Buyers' }).click()
  await page.getByText('40 contacts').waitFor()
  expect(decodeURIComponent(page.url())).toContain('filter[lifecycle][in]=customer')
  await page.context().close()
})

test('a note mentions a colleague, a task is made and ticked off, a file is added', async () => {
  const [{ id }] = (await site.api('GET', '/contacts?q=Person 020')).items
  const page = await site.open(`/contacts/${id}`)
  await page.getByRole('textbox', { name: 'Note' }).waitFor()
  await page.keyboard.press('n')
  await page.keyboard.type('Ask @olga')
  await page.getByRole('option', { name: /Olga Owner/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('before a discount')
  await page.keyboard.press('Control+Enter')
  await page
    .getByRole('list', { name: /Timeline/ })
    .getByText('Ask @Olga Owner before a discount')
    .waitFor()
  const [note] = (await site.api('GET', `/notes?filter[contactId]=${id}`)).items
  expect(note.mentionIds).toHaveLength(1)

  await page.locator('h1').click()
  await page.keyboard.press('t')
  await page.getByLabel('What is to be done').fill('Call back')
  await page.getByRole('dialog').getByRole('button', { name: 'Create task' }).click()
  await page.getByText('Task: Call back').waitFor()
  await page.getByRole('checkbox', { name: 'Complete task: Call back' }).click()
  await page.getByText('Done: Call back').first().waitFor()

  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'offer.txt', mimeType: 'text/plain', buffer: Buffer.from('An offer') })
  await page.getByRole('button', { name: 'offer.txt', exact: true }).waitFor()
  await page.getByText('File offer.txt').waitFor()
  await page.context().close()
})

test('the list is worked by keyboard: move, open, next, close, and a cell edited where it stands', async () => {
  const page = await site.open('/contacts?q=person%2005')
  await page.getByRole('row').filter({ hasText: 'Person 05' }).first().waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('heading', { name: /Person 05/ }).waitFor()
  const first = await sheet.getByRole('heading', { level: 2 }).first().textContent()
  await page.keyboard.press('j')
  await expect.poll(() => sheet.getByRole('heading', { level: 2 }).first().textContent()).not.toBe(first)
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'hidden' })
  await page.keyboard.press('e')
  const editor = page.getByLabel('Edit Name')
  await editor.fill('Zuzana Person 05X')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await site.api('GET', '/contacts?q=zuzana')).items.length).toBe(1)
  await editor.waitFor({ state: 'hidden' })
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Create contact').waitFor()
  await page.context().close()
})

test('in Czech, with days and numbers as Czechs write them', async () => {
  await site.api('PATCH', '/profile', { locale: 'cs' })
  const page = await site.open('/contacts')
  await page.getByRole('heading', { name: 'Kontakty', level: 1 }).waitFor()
  await page.getByText(/\d+ kontakt/).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('cs')
  await site.api('PATCH', '/profile', { locale: null })
  await page.context().close()
})

test('signing out leaves nothing behind to go back to', async () => {
  const page = await (await site.browser.newContext({ baseURL: site.app.url })).newPage()
  await signIn(page, owner, '/contacts')
  await page.getByRole('button', { name: /My menu/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL(/\/sign-in/)
  await page.goto('/contacts')
  await page.waitForURL(/\/sign-in\?to=/)
  expect(await page.evaluate(() => localStorage.getItem('rapport.recent'))).not.toContain('Person')
  await page.context().close()
})
