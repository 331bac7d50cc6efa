import { beforeEach, describe, expect, test } from 'vitest'
import { BrowserClient } from '../../../testing/browser-client.ts'
import { aPerson } from '../../../testing/people.ts'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import * as signIn from '../sign-in/schema.ts'
import * as teams from '../teams/schema.ts'
import * as schema from './schema.ts'

const t = await aTestApp()
let acme: TestWorkspace

beforeEach(async () => {
  t.clock.advance(3600_000)
  acme = await t.aWorkspace()
})

describe('invitations', () => {
  const tokenFor = async (email: string) => {
    const mails = await t.app.db
      .selectFrom('outgoingMail')
      .select('text')
      .where('workspaceId', '=', acme.id)
      .where('toAddress', '=', email)
      .orderBy('id')
      .execute()
    return mails.at(-1)!.text.match(/\/invitation\/(\S+)/)![1]!
  }
  const invite = async (email: string, role: 'member' | 'admin' = 'member', teamIds: string[] = []) => {
    const invitation = await acme.owner.call(schema.inviteMember, { body: { email, role, teamIds } })
    return { invitation, token: await tokenFor(invitation.email) }
  }
  const accept = (
    token: string,
    body: Record<string, unknown> = { name: 'Nina New', password: 'a password of my own' },
    browser = new BrowserClient(t.server),
  ) => browser.try(signIn.acceptInvitation, { params: { token }, body: body as never })

  test('a new person joins with role and teams and is signed in', async () => {
    const sales = await acme.owner.call(teams.createTeam, { body: { name: 'Sales' } })
    const { token } = await invite('Nina@Example.test', 'admin', [sales.id])
    const browser = new BrowserClient(t.server)
    expect(await browser.call(signIn.getInvitation, { params: { token } })).toEqual({
      workspaceName: 'Acme',
      email: 'nina@example.test',
      role: 'admin',
      invitedBy: 'Olga Owner',
      hasAccount: false,
    })
    expect((await accept(token, undefined, browser)).body).toEqual({ twoFactorRequired: false })
    expect(await browser.call(signIn.getSession, {})).toMatchObject({
      member: { name: 'Nina New', role: 'admin', teamIds: [sales.id] },
      workspace: { id: acme.id },
    })
    expect(await acme.owner.call(schema.listInvitations, {})).toEqual({ items: [] })
  })

  test('works once, also for two browsers at once', async () => {
    const { token } = await invite('race@example.test')
    const answers = await Promise.all([accept(token), accept(token)])
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 400])
    expect((await accept(token)).status).toBe(400)
  })

  test.each([['expired'], ['revoked'], ['renewed'], ['altered']])('is refused when %s', async how => {
    const email = `${how}@example.test`
    const { invitation, token } = await invite(email)
    const params = { id: invitation.id }
    if (how === 'expired') t.clock.advance(7 * 24 * 3600_000)
    if (how === 'revoked') await acme.owner.call(schema.revokeInvitation, { params })
    if (how === 'renewed') await acme.owner.call(schema.renewInvitation, { params })
    const used = how === 'altered' ? `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}` : token
    expect((await new BrowserClient(t.server).try(signIn.getInvitation, { params: { token: used } })).status).toBe(400)
    expect((await accept(used)).status).toBe(400)
    const isRenewed = how === 'renewed'
    if (isRenewed) await accept(await tokenFor(email))
    expect(
      await t.app.db
        .selectFrom('members')
        .select('id')
        .where('workspaceId', '=', acme.id)
        .where('email', '=', email)
        .execute(),
    ).toHaveLength(isRenewed ? 1 : 0)
  })

  test('a person with an account joins with their own password, whoever holds the link', async () => {
    const elsewhere = await t.aWorkspace({ name: 'Elsewhere' })
    const person = await aPerson(t, elsewhere.id, 'member', 'Hana')
    const { token } = await invite(person.email)
    expect((await new BrowserClient(t.server).call(signIn.getInvitation, { params: { token } })).hasAccount).toBe(true)
    expect((await accept(token, { password: 'a guess of a thief' })).status).toBe(401)
    const browser = new BrowserClient(t.server)
    expect((await accept(token, { password: person.password }, browser)).status).toBe(200)
    expect(await browser.call(signIn.getSession, {})).toMatchObject({
      workspace: { name: 'Acme' },
      member: { name: 'Hana' },
      otherWorkspaces: [{ name: 'Elsewhere' }],
    })
  })

  test('a removed person can be invited again', async () => {
    const person = await aPerson(t, acme.id, 'member', 'Hana')
    await acme.owner.call(schema.removeMember, { params: { id: person.memberId }, query: {} })
    const { token } = await invite(person.email)
    expect((await accept(token, { password: person.password })).status).toBe(200)
  })

  test('needs a name and a password long enough', async () => {
    const { token } = await invite('short@example.test')
    expect((await accept(token, { password: 'a password of my own' })).body.fields[0].path).toBe('name')
    expect((await accept(token, { name: 'N', password: 'short' })).body.fields[0].path).toBe('password')
    expect((await accept(token, { name: 'N', password: 'a password of my own', role: 'owner' })).status).toBe(400)
    expect((await accept(token)).status).toBe(200)
  })

  test('follows the ceiling of roles, and goes to nobody twice', async () => {
    const admin = await acme.aMember('admin')
    const asAdmin = async (body: Record<string, unknown>) =>
      (await admin.client.try(schema.inviteMember, { body: body as never })).status
    expect(await asAdmin({ email: 'o@example.test', role: 'owner' })).toBe(403)
    expect(await asAdmin({ email: 'm@example.test', role: 'member' })).toBe(201)
    expect(await asAdmin({ email: 'M@example.test', role: 'member' })).toBe(409)
    expect(await asAdmin({ email: 'x@example.test\r\nBcc: y@example.test', role: 'member' })).toBe(400)
    const { email } = await acme.owner.call(schema.getMember, { params: { id: admin.id } })
    expect(await asAdmin({ email, role: 'member' })).toBe(409)
    const member = await acme.aMember('member')
    expect(
      (await member.client.try(schema.inviteMember, { body: { email: 'z@example.test', role: 'member' } })).status,
    ).toBe(403)
  })

  test('fall with the right of who gave them', async () => {
    const admin = await acme.aMember('admin')
    const give = async (email: string, role: 'member' | 'admin') => {
      await admin.client.call(schema.inviteMember, { body: { email, role } })
      return tokenFor(email)
    }
    const [asAdmin, asMember] = [await give('back@example.test', 'admin'), await give('plain@example.test', 'member')]
    await acme.owner.call(schema.changeRole, { params: { id: admin.id }, body: { role: 'manager' } })
    expect((await accept(asAdmin)).status).toBe(400)
    const open = await acme.owner.call(schema.listInvitations, {})
    expect(open.items.map(item => item.email)).toEqual(['plain@example.test'])
    await acme.owner.call(schema.removeMember, { params: { id: admin.id }, query: {} })
    expect((await accept(asMember)).status).toBe(400)
  })

  test('go to a person once, also when two admins press at once', async () => {
    const admin = await acme.aMember('admin')
    const body = { email: 'twice@example.test', role: 'member' as const }
    const answers = await Promise.all(
      [acme.owner, admin.client].map(client => client.try(schema.inviteMember, { body })),
    )
    expect(answers.map(answer => answer.status).sort()).toEqual([201, 409])
  })

  test('of another workspace cannot be renewed or withdrawn', async () => {
    const { invitation } = await invite('mine@example.test')
    const other = await t.aWorkspace()
    expect((await other.owner.try(schema.renewInvitation, { params: { id: invitation.id } })).status).toBe(404)
    expect((await other.owner.try(schema.revokeInvitation, { params: { id: invitation.id } })).status).toBe(404)
  })
})
