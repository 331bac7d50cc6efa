import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rightsChanged } from '../../../platform/auth/rights.ts'
import { BrowserClient } from '../../../testing/browser-client.ts'
import { aPerson, type Person } from '../../../testing/people.ts'
import { createTestApp, type TestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import * as settings from '../settings/schema.ts'
import { sweepSessions } from './jobs.ts'
import * as schema from './schema.ts'

let t: TestApp
let acme: TestWorkspace
let petra: Person

beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())
beforeEach(async () => {
  t.clock.advance(2 * 3600_000)
  acme = await t.aWorkspace()
  petra = await aPerson(t, acme.id, 'admin')
})

const newBrowser = (address?: string) => new BrowserClient(t.server, [], address)
const auditOf = (action: string) =>
  t.app.db
    .selectFrom('auditEntries')
    .selectAll()
    .where('workspaceId', '=', acme.id)
    .where('action', '=', action)
    .execute()

describe('signing in', () => {
  test('starts a session that knows who, where and what', async () => {
    const browser = newBrowser()
    expect(
      await browser.call(schema.signIn, { body: { email: petra.email.toUpperCase(), password: petra.password } }),
    ).toEqual({ twoFactorRequired: false })
    const me = await browser.call(schema.getSession, {})
    expect(me).toMatchObject({
      user: { email: petra.email, isTwoFactorOn: false },
      member: { id: petra.memberId, role: 'admin', name: 'Petra Person' },
      workspace: { id: acme.id, name: 'Acme', currency: 'EUR', timeZone: 'Europe/Prague', isDemo: false },
      recordRule: 'all',
      otherWorkspaces: [],
    })
    expect(me.permissions).toContain('members:manage')
    expect(me.permissions).not.toContain('mail:manage')
    expect(await auditOf('member.signed-in')).toMatchObject([
      { actorId: petra.memberId, address: '203.0.113.0/24', detail: { method: 'password' } },
    ])
  })

  test('gives a cookie that scripts cannot read and other sites do not send', async () => {
    const answer = await newBrowser().try(schema.signIn, { body: { email: petra.email, password: petra.password } })
    expect(answer.headers['set-cookie']).toMatch(
      /^rapport-3000\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    )
  })

  test('behind HTTPS the cookie never travels in clear', async () => {
    const secure = await createTestApp({ RAPPORT_ORIGIN: 'https://crm.example.test' })
    const workspace = await secure.aWorkspace()
    const browser = await (await aPerson(secure, workspace.id)).signIn()
    expect([...browser.cookies.keys()]).toEqual(['__Secure-rapport.session_token'])
    const answer = await browser.try(schema.getSession, {})
    expect(answer.status).toBe(200)
    expect(answer.headers['set-cookie']).toMatch(/; HttpOnly; SameSite=Lax; Secure$/)
    await secure.close()
  })

  test('answers an unknown e-mail and a wrong password alike, after about as much work', async () => {
    const attempt = async (email: string) => {
      const before = process.cpuUsage()
      const { status, body } = await newBrowser().try(schema.signIn, { body: { email, password: 'wrong password' } })
      const { requestId: _, ...rest } = body
      return { work: process.cpuUsage(before).user, status, rest }
    }
    const best = { known: Infinity, unknown: Infinity }
    for (let i = 0; i < 4; i++) {
      const [known, unknown] = [await attempt(petra.email), await attempt('nobody@example.test')]
      expect(known.status).toBe(401)
      expect({ ...unknown, work: 0 }).toEqual({ ...known, work: 0 })
      best.known = Math.min(best.known, known.work)
      best.unknown = Math.min(best.unknown, unknown.work)
    }
    expect(Math.abs(best.known - best.unknown)).toBeLessThan(best.known * 0.4)
    await t.runJobs()
    expect(await auditOf('member.sign-in-failed')).toHaveLength(4)
  })

  test('refuses a person who belongs to no workspace any more', async () => {
    await t.app.db
      .updateTable('members')
      .set({ removedAt: new Date() })
      .where('workspaceId', '=', acme.id)
      .where('id', '=', petra.memberId)
      .execute()
    rightsChanged()
    const answer = await newBrowser().try(schema.signIn, { body: { email: petra.email, password: petra.password } })
    expect(answer.status).toBe(403)
    expect(answer.headers['set-cookie']).toBeUndefined()
  })

  test.each([
    [{ email: 'x' }],
    [{ email: 'a@b.cz', password: 'x', role: 'owner' }],
    [{ email: 'a\r\nb@c.cz', password: 'x' }],
    [{ email: { $ne: null }, password: 'x' }],
  ])('refuses %j', async body => {
    expect((await newBrowser().request('POST', '/api/v1/sessions', body)).status).toBe(400)
  })
})

describe('throttling of wrong passwords', () => {
  const attempt = (browser: BrowserClient, email: string, password = 'wrong password') =>
    browser.try(schema.signIn, { body: { email, password } })

  test('per account, wherever they come from, until 15 minutes later', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 12; i++) statuses.push((await attempt(newBrowser(`198.51.100.${i}`), petra.email)).status)
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429])
    const right = await attempt(newBrowser('192.0.2.1'), petra.email, petra.password)
    expect(right.status).toBe(429)
    expect(Number(right.headers['retry-after'])).toBeGreaterThan(800)
    t.clock.advance(15 * 60_000)
    expect((await attempt(newBrowser('192.0.2.1'), petra.email, petra.password)).status).toBe(200)
  })

  test('the same for an account that does not exist', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 11; i++)
      statuses.push((await attempt(newBrowser(`198.51.100.${i}`), 'ghost@example.test')).status)
    expect(statuses.at(-1)).toBe(429)
  })

  test('per network, whatever the account and the X-Forwarded-For, also when all come at once', async () => {
    const flood = await Promise.all(
      Array.from({ length: 40 }, (_, i) => {
        const body = { email: `user${i}@example.test`, password: 'wrong password' }
        return newBrowser('2001:db8:1:2::' + i.toString(16)).try(schema.signIn, {
          body,
          headers: { 'x-forwarded-for': `10.0.0.${i}` },
        })
      }),
    )
    expect(flood.filter(answer => answer.status === 401)).toHaveLength(30)
    expect(flood.filter(answer => answer.status === 429)).toHaveLength(10)
    expect((await attempt(newBrowser('2001:db8:1:3::1'), petra.email, petra.password)).status).toBe(200)
  })
})

describe('sessions', () => {
  test('a stolen cookie is worth nothing after signing out', async () => {
    const browser = await petra.signIn()
    const thief = browser.copy()
    expect((await thief.try(schema.getSession, {})).status).toBe(200)
    await browser.call(schema.signOut, {})
    expect(browser.cookies.size).toBe(0)
    expect((await thief.try(schema.getSession, {})).status).toBe(401)
  })

  test.each([
    ['an altered token', (value: string) => value.replace(/^./, letter => (letter === 'A' ? 'B' : 'A'))],
    ['no signature', (value: string) => decodeURIComponent(value).split('.')[0]!],
    [
      'another signature',
      (value: string) => `${decodeURIComponent(value).split('.')[0]!}.${encodeURIComponent('A'.repeat(43) + '=')}`,
    ],
    ['broken encoding', () => '%E0%A4%A'],
    ['nothing', () => ''],
  ])('refuses a cookie with %s', async (_, alter) => {
    const browser = await petra.signIn()
    const [name, value] = [...browser.cookies][0]!
    browser.cookies.set(name, alter(value))
    expect((await browser.try(schema.getSession, {})).status).toBe(401)
  })

  test('devices are listed and signed out one by one or all others', async () => {
    const [one, two, three] = [await petra.signIn(), await petra.signIn(), await petra.signIn()]
    const { items } = await one.call(schema.listSessions, {})
    expect(items).toHaveLength(3)
    expect(items.filter(item => item.isCurrent)).toHaveLength(1)
    expect(items[0]).toMatchObject({ userAgent: 'Test browser', address: '203.0.113.0' })
    const own = (await two.call(schema.listSessions, {})).items.find(item => item.isCurrent)!
    await one.call(schema.endSession, { params: { id: own.id } })
    expect((await two.try(schema.getSession, {})).status).toBe(401)
    expect(await one.call(schema.endOtherSessions, {})).toEqual({ count: 1 })
    expect((await three.try(schema.getSession, {})).status).toBe(401)
    expect((await one.try(schema.getSession, {})).status).toBe(200)
  })

  test('nobody ends a session of somebody else', async () => {
    const other = await (await aPerson(t, acme.id, 'owner')).signIn()
    const { items } = await (await petra.signIn()).call(schema.listSessions, {})
    expect((await other.try(schema.endSession, { params: { id: items[0]!.id } })).status).toBe(404)
  })

  test('expire, slide at most once a day, and are refused when expired', async () => {
    const browser = await petra.signIn()
    const read = () =>
      t.app.db
        .selectFrom('sessions')
        .select(['expiresAt', 'updatedAt'])
        .where('userId', '=', petra.userId)
        .executeTakeFirstOrThrow()
    const inDays = (days: number) => new Date(t.clock.now().getTime() + days * 24 * 3600_000)
    await t.app.db
      .updateTable('sessions')
      .set({ expiresAt: inDays(29.5) })
      .where('userId', '=', petra.userId)
      .execute()
    rightsChanged()
    await browser.call(schema.getSession, {})
    expect((await read()).expiresAt).toEqual(inDays(29.5))
    await t.app.db
      .updateTable('sessions')
      .set({ expiresAt: inDays(28) })
      .where('userId', '=', petra.userId)
      .execute()
    rightsChanged()
    await browser.call(schema.getSession, {})
    expect((await read()).expiresAt).toEqual(inDays(30))
    await t.app.db
      .updateTable('sessions')
      .set({ expiresAt: inDays(-0.001) })
      .where('userId', '=', petra.userId)
      .execute()
    rightsChanged()
    expect((await browser.try(schema.getSession, {})).status).toBe(401)
  })

  test('that expired are taken away, the others stay', async () => {
    const [first] = [await petra.signIn(), await petra.signIn()]
    const own = (await first.call(schema.listSessions, {})).items.find(item => !item.isCurrent)!
    const past = new Date(t.clock.now().getTime() - 1000)
    await t.app.db.updateTable('sessions').set({ expiresAt: past }).where('id', '=', own.id).execute()
    rightsChanged()
    await sweepSessions.run(t.app, {}, new AbortController().signal)
    const left = await t.app.db.selectFrom('sessions').select('id').where('userId', '=', petra.userId).execute()
    expect(left).toHaveLength(1)
    expect((await first.try(schema.getSession, {})).status).toBe(200)
  })

  test('move to another workspace of mine and to no other', async () => {
    const [beta, gamma] = [await t.aWorkspace({ name: 'Beta' }), await t.aWorkspace({ name: 'Gamma' })]
    await t.app.db
      .insertInto('members')
      .values({
        workspaceId: beta.id,
        id: petra.memberId,
        userId: petra.userId,
        name: 'Petra',
        email: petra.email,
        role: 'member',
      })
      .execute()
    const browser = await petra.signIn()
    expect((await browser.call(schema.getSession, {})).otherWorkspaces).toEqual([{ id: beta.id, name: 'Beta' }])
    await browser.call(schema.changeWorkspace, { body: { workspaceId: beta.id } })
    expect(await browser.call(schema.getSession, {})).toMatchObject({
      workspace: { name: 'Beta' },
      member: { role: 'member' },
    })
    expect((await browser.try(schema.changeWorkspace, { body: { workspaceId: gamma.id } })).status).toBe(404)
  })

  test('what concerns an account is closed to API keys, though they may ask who they are', async () => {
    const key = await acme.anApiKey(['contacts:read', 'settings:manage'])
    expect(await key.call(schema.getSession, {})).toMatchObject({
      user: null,
      permissions: ['contacts:read', 'settings:manage'],
    })
    expect((await key.try(schema.listSessions, {})).status).toBe(403)
    expect(
      (await key.try(schema.changePassword, { body: { password: 'x', newPassword: 'long enough password' } })).status,
    ).toBe(403)
  })
})

describe('cross-site requests', () => {
  const json = (browser: BrowserClient, headers: Record<string, string>) =>
    browser.request('PATCH', '/api/v1/settings', { name: 'Taken over' }, headers)

  test('a text/plain form post from another site is refused', async () => {
    const browser = await petra.signIn()
    const body = JSON.stringify({ name: 'Taken over' })
    const senders: Record<string, string>[] = [
      { 'content-type': 'text/plain', origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      { 'content-type': 'text/plain', origin: 'https://evil.example' },
      { 'content-type': 'text/plain', origin: 'null' },
    ]
    for (const headers of senders) {
      expect((await browser.request('POST', '/api/v1/password-resets', body, headers)).status).toBe(403)
      expect((await browser.request('POST', '/api/v1/sessions', body, headers)).status).toBe(403)
    }
    expect((await json(browser, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await json(browser, { 'sec-fetch-site': 'same-site' })).status).toBe(403)
    expect((await browser.call(settings.getSettings, {})).name).toBe('Acme')
    expect((await json(browser, { origin: t.app.config.origin, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })
})

describe('profile', () => {
  test('changes my own details and nothing that is not mine to change', async () => {
    const browser = await petra.signIn()
    const me = await browser.call(schema.changeProfile, {
      body: { name: 'Petra Nová', jobTitle: 'Head of service', locale: 'cs', timeZone: 'Asia/Tokyo' },
    })
    expect(me.member).toMatchObject({
      name: 'Petra Nová',
      jobTitle: 'Head of service',
      locale: 'cs',
      timeZone: 'Asia/Tokyo',
    })
    for (const extra of [
      { role: 'owner' },
      { workspaceId: acme.id },
      { email: 'a@b.cz' },
      { createdBy: petra.memberId },
    ]) {
      expect((await browser.request('PATCH', '/api/v1/profile', extra)).status).toBe(400)
    }
    expect((await browser.call(schema.getSession, {})).member.role).toBe('admin')
  })
})
