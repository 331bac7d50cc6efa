import { beforeEach, describe, expect, test } from 'vitest'
import { BrowserClient } from '../../../testing/browser-client.ts'
import { aPerson, type Person } from '../../../testing/people.ts'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import * as schema from './schema.ts'

const t = await aTestApp()
let acme: TestWorkspace
let petra: Person

beforeEach(async () => {
  t.clock.advance(2 * 3600_000)
  acme = await t.aWorkspace()
  petra = await aPerson(t, acme.id, 'admin')
})

const stranger = () => new BrowserClient(t.server)
const mails = (to: string) =>
  t.app.db
    .selectFrom('outgoingMail')
    .selectAll()
    .where('workspaceId', '=', acme.id)
    .where('toAddress', '=', to)
    .orderBy('id')
    .execute()
const signInStatus = async (password: string) =>
  (await stranger().try(schema.signIn, { body: { email: petra.email, password } })).status

async function askForReset(headers: Record<string, string> = {}): Promise<string> {
  const answer = await stranger().try(schema.requestPasswordReset, { body: { email: petra.email }, headers })
  expect(answer.status).toBe(202)
  await t.runJobs()
  return (await mails(petra.email)).at(-1)!.text.match(/\/reset\/(\S+)/)![1]!
}

describe('resetting a forgotten password', () => {
  test('sends a link that works once and signs out every device', async () => {
    const device = await petra.signIn()
    const token = await askForReset()
    await stranger().call(schema.resetPassword, { params: { token }, body: { password: 'a whole new password' } })
    expect((await device.try(schema.getSession, {})).status).toBe(401)
    expect(await signInStatus(petra.password)).toBe(401)
    expect(await signInStatus('a whole new password')).toBe(200)
    const again = await stranger().try(schema.resetPassword, {
      params: { token },
      body: { password: 'another new password' },
    })
    expect(again.status).toBe(400)
    expect(await signInStatus('a whole new password')).toBe(200)
  })

  test('uses the configured origin whatever Host the request names', async () => {
    await askForReset({
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      forwarded: 'host=evil.example',
    })
    const { text } = (await mails(petra.email)).at(-1)!
    expect(text).toContain(`${t.app.config.origin}/reset/`)
    expect(text).not.toContain('evil')
  })

  test('answers an unknown e-mail with the same body and writes nobody', async () => {
    const known = await stranger().try(schema.requestPasswordReset, { body: { email: petra.email } })
    const unknown = await stranger().try(schema.requestPasswordReset, { body: { email: 'nobody@example.test' } })
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body])
    await t.runJobs()
    const all = await t.app.db
      .selectFrom('outgoingMail')
      .select('toAddress')
      .where('workspaceId', '=', acme.id)
      .execute()
    expect(all.map(mail => mail.toAddress)).toEqual([petra.email])
  })

  test('does not flood a mailbox: three an hour for a known and an unknown e-mail alike', async () => {
    for (const email of [petra.email, 'nobody@example.test']) {
      const statuses: number[] = []
      for (let i = 0; i < 4; i++)
        statuses.push((await stranger().try(schema.requestPasswordReset, { body: { email } })).status)
      expect(statuses).toEqual([202, 202, 202, 429])
    }
  })

  test.each([['altered'], [''], ['../../x'], ['a'.repeat(300)]])('refuses the token %j', async token => {
    const answer = await stranger().try(schema.resetPassword, {
      params: { token },
      body: { password: 'a whole new password' },
    })
    expect([400, 404]).toContain(answer.status)
    expect(await signInStatus(petra.password)).toBe(200)
  })

  test('refuses an expired token', async () => {
    const token = await askForReset()
    await t.app.db
      .updateTable('verifications')
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where('value', '=', petra.userId)
      .execute()
    expect(
      (await stranger().try(schema.resetPassword, { params: { token }, body: { password: 'a whole new password' } }))
        .status,
    ).toBe(400)
  })

  test('a used link makes the others worthless', async () => {
    const [first, second] = [await askForReset(), await askForReset()]
    await stranger().call(schema.resetPassword, {
      params: { token: second },
      body: { password: 'a whole new password' },
    })
    expect(
      (
        await stranger().try(schema.resetPassword, {
          params: { token: first },
          body: { password: 'an attacker’s password' },
        })
      ).status,
    ).toBe(400)
  })

  test('keeps only a hash of the token', async () => {
    const token = await askForReset()
    const rows = await t.app.db
      .selectFrom('verifications')
      .select('identifier')
      .where('value', '=', petra.userId)
      .execute()
    expect(rows).toHaveLength(1)
    expect(rows[0]!.identifier).not.toContain(token)
  })

  test('keeps the old password when the new one is too short, and the link for another try', async () => {
    const token = await askForReset()
    const answer = await stranger().try(schema.resetPassword, { params: { token }, body: { password: 'short' } })
    expect(answer.body).toMatchObject({
      status: 400,
      fields: [{ path: 'password', message: 'Use at least 10 characters.' }],
    })
    await stranger().call(schema.resetPassword, { params: { token }, body: { password: 'long enough now' } })
  })

  test('goes by no workspace’s mail for a person of several workspaces', async () => {
    const beta = await t.aWorkspace({ name: 'Beta' })
    await t.app.db
      .insertInto('members')
      .values({
        workspaceId: beta.id,
        id: petra.memberId,
        userId: petra.userId,
        name: 'Petra',
        email: petra.email,
        role: 'owner',
      })
      .execute()
    await stranger().call(schema.requestPasswordReset, { body: { email: petra.email } })
    await t.runJobs()
    expect(await mails(petra.email)).toEqual([])
  })
})

describe('changing a password', () => {
  test('needs the current one, and ends all other sessions and this one’s old cookie', async () => {
    const [browser, other] = [await petra.signIn(), await petra.signIn()]
    const thief = browser.copy()
    const wrong = await browser.try(schema.changePassword, {
      body: { password: 'not my password', newPassword: 'a whole new password' },
    })
    expect(wrong.body).toMatchObject({ status: 400, fields: [{ path: 'password' }] })
    await browser.call(schema.changePassword, {
      body: { password: petra.password, newPassword: 'a whole new password' },
    })
    expect((await other.try(schema.getSession, {})).status).toBe(401)
    expect((await thief.try(schema.getSession, {})).status).toBe(401)
    expect((await browser.call(schema.getSession, {})).workspace.id).toBe(acme.id)
    expect(await signInStatus(petra.password)).toBe(401)
  })

  test('cannot be used to guess the password from a stolen session', async () => {
    const browser = await petra.signIn()
    const statuses: number[] = []
    for (let i = 0; i < 11; i++)
      statuses.push(
        (
          await browser.try(schema.changePassword, {
            body: { password: `guess number ${i}`, newPassword: 'a whole new password' },
          })
        ).status,
      )
    expect(statuses).toEqual([...Array(10).fill(400), 429])
  })
})
