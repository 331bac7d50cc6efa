import { createHmac } from 'node:crypto'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { findEmbedded } from '../src/platform/db/embedded/embedded.ts'
import { linenSwatch } from '../src/slices/customers/files/swatch.ts'
import { runCli } from '../src/testing/app-process.ts'
import { startMailSink, type MailSink } from '../src/testing/mail-sink.ts'
import { newContext, signIn, type Page } from './browser.ts'
import { owner, startSite, type Site } from './site.ts'

const petr = { email: 'petr@example.com', password: 'another good password' }

let site: Site
let sink: MailSink

beforeAll(async () => {
  sink = await startMailSink()
  site = await startSite({ OUTGOING_ALLOW: '127.0.0.1' })
})
afterAll(async () => {
  await site.close()
  await sink.close()
})
afterEach(() => site.requireNoFaults())

test('an invitation is accepted by its link, once', async () => {
  await site.api('POST', '/members/invitations', { email: petr.email, role: 'member' })
  const link = await linkInOutbox(/\/invitation\//)
  const page = await aStranger()
  await page.goto(link)
  await page.getByRole('heading', { name: 'Join Acme' }).waitFor()
  await page.getByLabel('Your name').fill('Petr Malý')
  await page.locator('input[type=password]').fill('short')
  await page.getByRole('button', { name: 'Accept invitation' }).click()
  await page.getByText('Use at least 10 characters.').waitFor()
  await page.locator('input[type=password]').fill(petr.password)
  await page.getByRole('button', { name: 'Accept invitation' }).click()
  await page.getByRole('heading', { name: 'Home' }).waitFor()
  await page.goto(link)
  await page.getByText('This invitation', { exact: false }).waitFor()
  await page.context().close()
})

test('a forgotten password is set anew by a link, which signs out everywhere and works once', async () => {
  const [before, page] = [await aStranger(), await aStranger()]
  await signIn(before, petr)
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(petr.email)
  await page.getByRole('link', { name: 'Forgot password' }).click()
  expect(await page.getByLabel('E-mail').inputValue()).toBe(petr.email)
  await page.getByRole('button', { name: 'Send link' }).click()
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor()

  const link = await linkInOutbox(/\/reset\//)
  petr.password = 'a third good password'
  await page.goto(link)
  await page.getByLabel('New password').fill(petr.password)
  await page.getByRole('button', { name: 'Set password' }).click()
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
  await signIn(page, petr)
  await page.getByRole('heading', { name: 'Home' }).waitFor()
  await before.goto('/contacts')
  await before.waitForURL(/\/sign-in/)

  await page.goto(link)
  await page.getByLabel('New password').fill('a fourth good password')
  await page.getByRole('button', { name: 'Set password' }).click()
  await page.getByRole('alert').waitFor()
  await Promise.all([before.context().close(), page.context().close()])
})

test('the second factor is turned on, and a code of the app or a backup code lets in', async () => {
  const [page, other] = [await aStranger(), await aStranger()]
  await signIn(page, petr, '/profile')
  await page.getByRole('button', { name: 'Turn on two-factor sign-in' }).click()
  await givePassword(page, 'Continue')
  await page.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor()
  const secret = (await page.getByRole('dialog').locator('code').innerText()).replaceAll(' ', '')
  await page.getByLabel('The six digits it shows now').fill(totp(secret))
  const codes = page.getByRole('dialog', { name: 'Keep your backup codes' })
  const backup = await codes.getByRole('listitem').first().innerText()
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await page.getByText('10 backup codes left').waitFor()

  const askedForCode = async () => {
    await other.context().clearCookies()
    await other.goto('/sign-in')
    await other.getByLabel('E-mail').fill(petr.email)
    await other.locator('input[name=password]').fill(petr.password)
    await other.getByRole('button', { name: 'Sign in', exact: true }).click()
    await other.getByRole('heading', { name: 'Enter your code' }).waitFor()
  }
  const giveBackupCode = async () => {
    await askedForCode()
    await other.getByRole('button', { name: 'Use a backup code' }).click()
    await other.getByLabel('Backup code').fill(backup)
    await other.getByRole('button', { name: 'Confirm sign-in' }).click()
  }
  await askedForCode()
  await other.getByLabel('Code', { exact: true }).fill('000000')
  await other.getByRole('alert').waitFor()
  await other.getByLabel('Code', { exact: true }).fill(totp(secret))
  await other.getByRole('heading', { name: 'Home' }).waitFor()
  await giveBackupCode()
  await other.getByRole('heading', { name: 'Home' }).waitFor()
  await page.reload()
  await page.getByText('9 backup codes left').waitFor()
  await giveBackupCode()
  await other.getByRole('alert').waitFor()

  await page.getByRole('button', { name: 'Turn off' }).click()
  await givePassword(page, 'Turn off')
  await page.getByRole('button', { name: 'Turn on two-factor sign-in' }).waitFor()
  await Promise.all([page.context().close(), other.context().close()])
})

test('a passkey is added, signs in without a password, is renamed and removed', async () => {
  const page = await aStranger()
  await signIn(page, petr, '/profile')
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.getByRole('button', { name: 'Add passkey' }).click()
  await givePassword(page, 'Continue')
  await page.getByText('Passkey added').waitFor()
  const keys = page.getByRole('list', { name: 'Passkeys' })
  await keys.getByRole('button', { name: /^Rename/ }).click()
  await page.getByLabel('Name of the passkey').fill('My laptop')
  await page.keyboard.press('Enter')
  await keys.getByText('My laptop').waitFor()

  await page.getByRole('button', { name: /My menu/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL(/\/sign-in/)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByRole('heading', { name: 'Home' }).waitFor()

  await page.goto('/profile')
  await keys.getByRole('button', { name: 'Remove My laptop' }).click()
  await page.getByRole('button', { name: 'Remove passkey' }).click()
  await page.getByText('Passkeys you add appear here.').waitFor()
  await page.context().close()
})

test('a picture is uploaded as a square, shown and removed', async () => {
  const page = await site.open('/profile')
  const menu = page.getByRole('button', { name: /My menu/ })
  await page.getByRole('button', { name: 'Upload picture' }).waitFor()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'me.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') })
  await page.getByText('me.txt is not a picture', { exact: false }).waitFor()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: linenSwatch([62, 96, 120]) })
  await page.getByText('Picture saved').waitFor()
  const size = () =>
    menu.locator('img').evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])
  await expect.poll(size).toEqual([200, 200])
  await page.getByRole('button', { name: 'Remove picture' }).click()
  await page.getByText('Picture removed').waitFor()
  await menu.getByText('OO', { exact: true }).waitFor()
  await page.context().close()
})

test('a mail server is saved: what waited goes out, and a test mail arrives', async () => {
  const page = await site.open('/settings/mail')
  await page.getByRole('listitem').filter({ hasText: petr.email }).first().getByText('Kept here').waitFor()
  await page.getByRole('button', { name: 'Set mail server' }).click()
  await page.getByLabel(/^Host/).fill(sink.host)
  await page.getByLabel(/^Port/).fill(String(sink.port))
  await page.getByLabel('Encryption').first().click()
  await page.getByRole('option', { name: 'None' }).click()
  await page.getByLabel('Name of the sender').fill('Acme')
  await page.getByLabel('Address of the sender').fill('hello@acme.example')
  await page.getByRole('button', { name: 'Save mail server' }).click()
  await page.getByText(`Mail is sent by ${sink.host}:${sink.port}.`).waitFor()
  const arrived = () => sink.mails.filter(mail => mail.envelope.to.includes(petr.email)).length
  await expect.poll(arrived, { timeout: 10_000 }).toBe(2)
  await page.getByRole('listitem').filter({ hasText: petr.email }).first().getByText('Sent').waitFor()
  await page.getByRole('button', { name: 'Send test mail' }).click()
  await page.getByText(`A test mail to ${owner.email} was accepted by the server.`).waitFor()
  expect(sink.mails.at(-1)!.envelope).toEqual({ from: 'hello@acme.example', to: [owner.email] })

  await page.getByRole('button', { name: 'Remove server' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove server' }).click()
  await page.getByText('There is no mail server yet.', { exact: false }).waitFor()
  await page.context().close()
})

test('parked work is tried again, and what fails again stays', async () => {
  const { id } = await site.api('POST', '/contacts', { firstName: 'Jan', lastName: 'Dlouhý' })
  const database = new pg.Client({ connectionString: await findEmbedded(site.folder) })
  await database.connect()
  for (const reaction of ['facts.keep', 'past.reaction'])
    await database.query(
      `insert into parked_events (workspace_id, reaction, event_id, error, attempts, last_failed_at)
       select workspace_id, $2, id, 'Error: out of order', 8, now() from events where contact_id = $1 limit 1`,
      [id, reaction],
    )
  await database.end()
  const page = await site.open('/settings/jobs')
  const parked = page.getByRole('list', { name: 'Parked work' })
  const [good, bad] = ['facts.keep', 'past.reaction'].map(name =>
    parked.getByRole('listitem').filter({ hasText: name }),
  )
  await good!.getByText('Error: out of order').waitFor()
  await good!.getByRole('button', { name: 'Try again' }).click()
  await good!.waitFor({ state: 'hidden' })
  await bad!.getByRole('button', { name: 'Try again' }).click()
  await bad!.getByText('9 attempts').waitFor()
  await bad!.getByRole('button', { name: /^Discard/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Discard work' }).click()
  await page.getByText('Nothing is parked').waitFor()
  await page.context().close()
})

test('Home says what happened with customers, as it happens', async () => {
  const page = await site.open('/')
  const feed = page.getByRole('list', { name: 'What happened' })
  await page.getByRole('heading', { name: 'What happened' }).waitFor()
  await page.waitForTimeout(500)
  const { id } = await site.api('POST', '/contacts', { firstName: 'Iva', lastName: 'Nová' })
  const row = feed.getByRole('listitem').filter({ hasText: 'Contact created' }).filter({ hasText: 'Iva Nová' })
  await row.waitFor({ timeout: 5000 })
  expect(await row.getByRole('link', { name: 'Iva Nová' }).getAttribute('href')).toBe(`/contacts/${id}`)
  await page.context().close()
})

test('a file is dropped on a contact', async () => {
  const { id } = await site.api('POST', '/contacts', { firstName: 'Eva', lastName: 'Tichá' })
  const page = await site.open(`/contacts/${id}`)
  const target = page.getByText('Drop files here, or upload them.')
  await target.waitFor()
  const dataTransfer = await page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['An offer'], 'offer.txt', { type: 'text/plain' }))
    return transfer
  })
  await target.dispatchEvent('dragover', { dataTransfer })
  await page.getByText('Drop to upload').waitFor()
  await target.dispatchEvent('drop', { dataTransfer })
  await page.getByRole('button', { name: 'offer.txt', exact: true }).waitFor()
  await page.getByText('File offer.txt').waitFor()
  await page.getByText('Drop to upload').waitFor({ state: 'hidden' })
  await page.context().close()
})

test('the demo data is removed with one button, and what is one’s own stays', async () => {
  const made = await runCli(site.folder, ['demo', '--contacts', '40', '--months', '4'])
  expect([made.code, made.stderr]).toEqual([0, ''])
  const page = await aStranger()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Fill in the demo sign-in' }).click()
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { name: 'Home' }).waitFor()
  await page.goto('/contacts?new=record')
  await page.getByRole('dialog').getByLabel('First name').fill('Ludmila')
  await page.getByRole('dialog').getByRole('button', { name: 'Create contact' }).click()
  await page.getByRole('dialog', { name: 'Ludmila' }).waitFor()

  await page.goto('/settings/demo')
  await page.getByRole('button', { name: 'Remove demo data' }).click()
  const question = page.getByRole('dialog')
  await question.getByText(/^Contacts: \d+$/).waitFor()
  await question.getByLabel('Type “remove” to go on').fill('remove')
  await question.getByRole('button', { name: 'Remove demo data' }).click()
  await page.getByText('There is no demo data').waitFor()
  await page.goto('/contacts')
  await page.getByText('1 contact', { exact: true }).waitFor()
  await page.getByRole('row').filter({ hasText: 'Ludmila' }).waitFor()
  await page.context().close()
})

async function aStranger(): Promise<Page> {
  return (await newContext(site.browser, site.app.url)).newPage()
}

async function givePassword(page: Page, button: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Password', { exact: true }).fill(petr.password)
  await dialog.getByRole('button', { name: button }).click()
}

/** From the mail that is kept while there is no mail server; it is written in the background. */
async function linkInOutbox(address: RegExp): Promise<string> {
  const newest = async (): Promise<string> => {
    const { items } = await site.api('GET', '/outbox?limit=1')
    const { to, text } = await site.api('GET', `/outbox/${items[0].id}`)
    return to.includes(petr.email) ? text : ''
  }
  await expect.poll(newest, { timeout: 10_000 }).toMatch(address)
  return (await newest()).split(/\s/).find(word => address.test(word))!
}

/** What an authenticator app shows now (RFC 6238). */
function totp(secret: string): string {
  const bits = [...secret]
    .map(char => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(char).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from(bits.match(/.{8}/g)!.map(byte => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const hash = createHmac('sha1', key).update(counter).digest()
  const at = hash[19]! & 15
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
