import { beforeEach, expect, test } from 'vitest'
import { Authenticator } from '../../../testing/authenticator.ts'
import { BrowserClient } from '../../../testing/browser-client.ts'
import { aPerson, type Person } from '../../../testing/people.ts'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import * as schema from './schema.ts'

const t = await aTestApp()
let acme: TestWorkspace
let petra: Person
let device: Authenticator

beforeEach(async () => {
  t.clock.advance(3600_000)
  acme = await t.aWorkspace()
  petra = await aPerson(t, acme.id)
  device = new Authenticator({ origin: t.app.config.origin })
})

async function register(browser: BrowserClient, authenticator = device) {
  const options = await browser.call(schema.startPasskey, { body: { password: petra.password } })
  return browser.try(schema.addPasskey, { body: { name: 'My laptop', response: authenticator.register(options) } })
}

async function signInWith(authenticator: Authenticator, browser = new BrowserClient(t.server)) {
  const options = await browser.call(schema.startPasskeySignIn, {})
  const response = authenticator.authenticate(options)
  const { status } = await browser.try(schema.signInPasskey, { body: { response } })
  return { browser, status, response }
}

test('a passkey is added with the password, signs in, is renamed and removed', async () => {
  const owner = await petra.signIn()
  expect((await owner.try(schema.startPasskey, { body: { password: 'not my password' } })).status).toBe(400)
  const added = await register(owner)
  expect(added).toMatchObject({ status: 201, body: { name: 'My laptop' } })

  const { browser, status } = await signInWith(device)
  expect(status).toBe(204)
  expect(await browser.call(schema.getSession, {})).toMatchObject({
    member: { id: petra.memberId },
    workspace: { id: acme.id },
  })

  const params = { id: added.body.id }
  expect(await owner.call(schema.renamePasskey, { params, body: { name: 'Work laptop' } })).toMatchObject({
    name: 'Work laptop',
  })
  await owner.call(schema.removePasskey, { params })
  expect(await owner.call(schema.listPasskeys, {})).toEqual({ items: [] })
  expect((await signInWith(device)).status).toBe(401)
})

test('an answer is good for its own challenge, once, and in the browser that asked', async () => {
  await register(await petra.signIn())
  const { browser, response } = await signInWith(device)
  expect((await browser.try(schema.signInPasskey, { body: { response } })).status).toBe(400)
  const other = new BrowserClient(t.server)
  await other.call(schema.startPasskeySignIn, {})
  expect((await other.try(schema.signInPasskey, { body: { response } })).status).toBe(401)
  expect((await new BrowserClient(t.server).try(schema.signInPasskey, { body: { response } })).status).toBe(400)
})

test('another site’s answer, a forged signature and an unknown device are refused', async () => {
  await register(await petra.signIn())
  expect((await signInWith(new Authenticator({ origin: t.app.config.origin }))).status).toBe(401)

  const browser = new BrowserClient(t.server)
  const forged = device.authenticate(await browser.call(schema.startPasskeySignIn, {}))
  const inner = forged['response'] as { signature: string }
  inner.signature = inner.signature.replace(/.{4}$/, 'AAAA')
  expect((await browser.try(schema.signInPasskey, { body: { response: forged } })).status).toBe(401)

  const phished = new Authenticator({ origin: 'https://evil.example' })
  expect((await register(await petra.signIn(), phished)).status).toBeGreaterThanOrEqual(400)
})

test('a device that does not check its owner cannot replace password and second factor', async () => {
  const careless = new Authenticator({ origin: t.app.config.origin, verifiesUser: false })
  expect((await register(await petra.signIn(), careless)).status).toBe(401)
  expect((await signInWith(careless)).status).toBe(401)
})

test.each([
  [{}],
  [{ id: 1 }],
  [{ id: { x: 1 } }],
  [{ id: 'a', response: null }],
  [{ id: 'a', rawId: 'a', type: 'public-key', response: { clientDataJSON: '!!' } }],
])('refuses the answer %j without failing', async response => {
  const owner = await petra.signIn()
  await register(owner)
  await owner.call(schema.startPasskey, { body: { password: petra.password } })
  const added = await owner.try(schema.addPasskey, { body: { name: 'X', response } })
  const browser = new BrowserClient(t.server)
  await browser.call(schema.startPasskeySignIn, {})
  const signedIn = await browser.try(schema.signInPasskey, { body: { response } })
  expect([added.status, signedIn.status]).toEqual([400, 401])
})

test('nobody renames or removes a passkey of somebody else', async () => {
  const { body } = await register(await petra.signIn())
  const other = await (await aPerson(t, acme.id, 'owner')).signIn()
  expect((await other.try(schema.renamePasskey, { params: { id: body.id }, body: { name: 'Mine' } })).status).toBe(404)
  expect((await other.try(schema.removePasskey, { params: { id: body.id } })).status).toBe(404)
  expect((await signInWith(device)).status).toBe(204)
})
