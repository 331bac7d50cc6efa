import { createHmac } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { BrowserClient } from '../../../testing/browser-client.ts'
import { aPerson, type Person } from '../../../testing/people.ts'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import * as schema from './schema.ts'

const t = await aTestApp()
let acme: TestWorkspace
let petra: Person

beforeEach(async () => {
  t.clock.advance(3600_000)
  acme = await t.aWorkspace()
  petra = await aPerson(t, acme.id)
})

/** RFC 6238 with SHA-1, 30 s and six digits: what an authenticator app shows. */
function totp(base32: string, at = Date.now()): string {
  const bits = [...base32]
    .map(letter => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from(bits.match(/.{8}/g)!.map(byte => parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = mac.at(-1)! & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

async function turnOn(browser: BrowserClient) {
  const started = await browser.call(schema.startTwoFactor, { body: { password: petra.password } })
  await browser.call(schema.confirmTwoFactor, { body: { code: totp(started.secret) } })
  return started
}

async function firstStep(): Promise<BrowserClient> {
  const browser = new BrowserClient(t.server)
  expect(await browser.call(schema.signIn, { body: { email: petra.email, password: petra.password } })).toEqual({
    twoFactorRequired: true,
  })
  return browser
}

const secondStep = async (browser: BrowserClient, code: string) =>
  (await browser.try(schema.signInSecondFactor, { body: { code } })).status
const wrongCode = (secret: string) => (totp(secret) === '000000' ? '111111' : '000000')

describe('turning the second factor on', () => {
  test('takes the password and a first code, and exchanges the session', async () => {
    const browser = await petra.signIn()
    const before = browser.copy()
    expect((await browser.try(schema.startTwoFactor, { body: { password: 'not my password' } })).status).toBe(400)
    const { secret, uri, backupCodes } = await browser.call(schema.startTwoFactor, {
      body: { password: petra.password },
    })
    expect(uri).toContain('otpauth://totp/Rapport')
    expect(new Set(backupCodes).size).toBe(10)
    expect(await browser.call(schema.getTwoFactor, {})).toEqual({ isOn: false, backupCodesLeft: 0 })
    expect((await browser.try(schema.confirmTwoFactor, { body: { code: wrongCode(secret) } })).status).toBe(401)
    await browser.call(schema.confirmTwoFactor, { body: { code: totp(secret) } })
    expect(await browser.call(schema.getTwoFactor, {})).toEqual({ isOn: true, backupCodesLeft: 10 })
    expect((await browser.call(schema.getSession, {})).user).toMatchObject({ isTwoFactorOn: true })
    expect((await before.try(schema.getSession, {})).status).toBe(401)
  })

  test('keeps the secret encrypted', async () => {
    const { secret } = await turnOn(await petra.signIn())
    const row = await t.app.db
      .selectFrom('twoFactors')
      .selectAll()
      .where('userId', '=', petra.userId)
      .executeTakeFirstOrThrow()
    expect(row.secret).not.toContain(secret)
    expect(row.secret.length).toBeGreaterThan(60)
  })
})

describe('signing in with it', () => {
  test('the password alone opens nothing', async () => {
    await turnOn(await petra.signIn())
    const browser = await firstStep()
    expect((await browser.try(schema.getSession, {})).status).toBe(401)
    const rows = await t.app.db.selectFrom('sessions').select('id').where('userId', '=', petra.userId).execute()
    expect(rows).toHaveLength(1)
  })

  test('a code opens the session, once', async () => {
    const { secret } = await turnOn(await petra.signIn())
    const [browser, watcher] = [await firstStep(), await firstStep()]
    const code = totp(secret)
    expect(await secondStep(browser, code)).toBe(204)
    expect((await browser.call(schema.getSession, {})).member.id).toBe(petra.memberId)
    expect(await secondStep(watcher, code)).toBe(401)
    expect((await watcher.try(schema.getSession, {})).status).toBe(401)
  })

  test('a second step belongs to whoever made the first, even in a browser where someone else is signed in', async () => {
    const { secret } = await turnOn(await petra.signIn())
    const olga = await aPerson(t, acme.id, 'owner', 'Olga')
    const browser = await olga.signIn()
    await browser.call(schema.signIn, { body: { email: petra.email, password: petra.password } })
    expect(await secondStep(browser, totp(secret))).toBe(204)
    expect((await browser.call(schema.getSession, {})).member.id).toBe(petra.memberId)
  })

  test('a backup code works once', async () => {
    const { backupCodes } = await turnOn(await petra.signIn())
    const browser = await firstStep()
    expect(await secondStep(browser, backupCodes[0]!)).toBe(204)
    expect(await browser.call(schema.getTwoFactor, {})).toEqual({ isOn: true, backupCodesLeft: 9 })
    expect(await secondStep(await firstStep(), backupCodes[0]!)).toBe(401)
  })

  test('five wrong codes end the attempt, ten lock the second step even for the right one', async () => {
    const { secret } = await turnOn(await petra.signIn())
    const browser = await firstStep()
    const statuses: number[] = []
    for (let i = 0; i < 6; i++) statuses.push(await secondStep(browser, wrongCode(secret)))
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
    expect(await secondStep(browser, totp(secret))).toBe(401)
    const again = await firstStep()
    for (let i = 0; i < 5; i++) await secondStep(again, wrongCode(secret))
    expect(await secondStep(await firstStep(), totp(secret))).toBe(429)
  })

  test('a code without a first step opens nothing', async () => {
    const { secret } = await turnOn(await petra.signIn())
    expect(await secondStep(new BrowserClient(t.server), totp(secret))).toBe(401)
  })
})

describe('leaving it', () => {
  test('takes the password; new backup codes replace the old', async () => {
    const browser = await petra.signIn()
    const { backupCodes } = await turnOn(browser)
    const renewed = await browser.call(schema.renewBackupCodes, { body: { password: petra.password } })
    expect(await secondStep(await firstStep(), backupCodes[0]!)).toBe(401)
    expect(await secondStep(await firstStep(), renewed.backupCodes[0]!)).toBe(204)
    expect((await browser.try(schema.stopTwoFactor, { body: { password: 'not my password' } })).status).toBe(400)
    await browser.call(schema.stopTwoFactor, { body: { password: petra.password } })
    const next = new BrowserClient(t.server)
    expect(await next.call(schema.signIn, { body: { email: petra.email, password: petra.password } })).toEqual({
      twoFactorRequired: false,
    })
  })
})
