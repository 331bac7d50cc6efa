import { beforeEach, describe, expect, test } from 'vitest'
import { BrowserClient } from '../../../testing/browser-client.ts'
import { aPerson } from '../../../testing/people.ts'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import * as contacts from '../../customers/contacts/schema.ts'
import * as signIn from '../sign-in/schema.ts'
import * as teams from '../teams/schema.ts'
import * as schema from './schema.ts'

const t = await aTestApp()
let acme: TestWorkspace

beforeEach(async () => {
  t.clock.advance(3600_000)
  acme = await t.aWorkspace()
})

const roleOf = async (id: string) => (await acme.owner.call(schema.getMember, { params: { id } })).role

describe('listing', () => {
  test('shows who belongs to the workspace, and on request who did', async () => {
    const anna = await acme.aMember('member', 'Anna')
    await acme.aMember('manager', 'Boris')
    await acme.owner.call(schema.removeMember, { params: { id: anna.id }, query: {} })
    const names = async (query: Record<string, unknown>) =>
      (await acme.owner.call(schema.listMembers, { query })).items.map(item => item.name)
    expect(await names({})).toEqual(['Boris', 'Olga Owner'])
    expect(await names({ status: 'removed' })).toEqual(['Anna'])
    expect(await names({ status: 'all', sort: '-name' })).toEqual(['Olga Owner', 'Boris', 'Anna'])
    expect(await names({ 'filter[role]': 'manager' })).toEqual(['Boris'])
    expect(await names({ q: 'olg' })).toEqual(['Olga Owner'])
  })

  test('shows nobody of another workspace', async () => {
    const other = await t.aWorkspace()
    const { items } = await acme.owner.call(schema.listMembers, { query: { status: 'all' } })
    expect(items.map(item => item.id)).toEqual([acme.ownerId])
    expect((await acme.owner.try(schema.getMember, { params: { id: other.ownerId } })).status).toBe(404)
  })
})

describe('roles', () => {
  test('admins change roles up to their own; owners are made by owners', async () => {
    const [admin, member] = [await acme.aMember('admin'), await acme.aMember('member')]
    const change = async (client: typeof admin.client, id: string, role: string) =>
      (await client.try(schema.changeRole, { params: { id }, body: { role: role as never } })).status
    expect(await change(admin.client, member.id, 'manager')).toBe(200)
    expect(await change(admin.client, member.id, 'owner')).toBe(403)
    expect(await change(admin.client, acme.ownerId, 'member')).toBe(403)
    expect(await change(admin.client, admin.id, 'owner')).toBe(403)
    expect(await change(member.client, member.id, 'admin')).toBe(403)
    expect(await change(acme.owner, member.id, 'owner')).toBe(200)
    expect(await roleOf(acme.ownerId)).toBe('owner')
  })

  test('the last owner stays', async () => {
    expect(
      (await acme.owner.try(schema.changeRole, { params: { id: acme.ownerId }, body: { role: 'admin' } })).status,
    ).toBe(409)
    expect((await acme.owner.try(schema.removeMember, { params: { id: acme.ownerId }, query: {} })).status).toBe(409)
    expect(await roleOf(acme.ownerId)).toBe('owner')
  })

  test('two owners who demote each other at once leave one', async () => {
    const second = await acme.aMember('owner')
    const answers = await Promise.all([
      acme.owner.try(schema.changeRole, { params: { id: second.id }, body: { role: 'member' } }),
      second.client.try(schema.changeRole, { params: { id: acme.ownerId }, body: { role: 'member' } }),
    ])
    expect(answers.filter(answer => answer.status === 200)).toHaveLength(1)
    const owners = await t.app.db
      .selectFrom('members')
      .select('id')
      .where('workspaceId', '=', acme.id)
      .where('role', '=', 'owner')
      .execute()
    expect(owners).toHaveLength(1)
  })

  test('an API key does not raise its maker', async () => {
    const admin = await acme.aMember('admin')
    const key = await acme.anApiKey(['members:manage'])
    expect((await key.try(schema.changeRole, { params: { id: admin.id }, body: { role: 'member' } })).status).toBe(200)
    await acme.owner.call(schema.changeRole, { params: { id: admin.id }, body: { role: 'owner' } })
    await acme.owner.call(schema.changeRole, { params: { id: acme.ownerId }, body: { role: 'admin' } })
    expect((await key.try(schema.changeRole, { params: { id: acme.ownerId }, body: { role: 'owner' } })).status).toBe(
      403,
    )
  })

  test('a change is in the log and in the audit', async () => {
    const { id } = await acme.aMember('member')
    await acme.owner.call(schema.changeRole, { params: { id }, body: { role: 'admin' } })
    const events = await t.app.db
      .selectFrom('events')
      .select(['kind', 'data'])
      .where('workspaceId', '=', acme.id)
      .where('subjectId', '=', id)
      .execute()
    expect(events).toEqual([{ kind: 'member.role-changed', data: { before: 'member', after: 'admin' } }])
    const audit = await t.app.db
      .selectFrom('auditEntries')
      .select(['action', 'actorId', 'detail'])
      .where('workspaceId', '=', acme.id)
      .where('subjectId', '=', id)
      .execute()
    expect(audit).toEqual([
      { action: 'member.role-changed', actorId: acme.ownerId, detail: { before: 'member', after: 'admin' } },
    ])
  })
})

describe('changing', () => {
  test('name, job title and teams; never role, e-mail or workspace', async () => {
    const { id } = await acme.aMember('member')
    const sales = await acme.owner.call(teams.createTeam, { body: { name: 'Sales' } })
    const changed = await acme.owner.call(schema.changeMember, {
      params: { id },
      body: { name: 'Boris', jobTitle: 'Seller', teamIds: [sales.id] },
    })
    expect(changed).toMatchObject({ name: 'Boris', jobTitle: 'Seller', teamIds: [sales.id] })
    for (const extra of [
      { role: 'admin' },
      { workspaceId: acme.id },
      { email: 'a@b.cz' },
      { createdBy: id },
      { removedAt: null },
    ]) {
      expect((await acme.owner.request('PATCH', `/api/v1/members/${id}`, extra)).status).toBe(400)
    }
  })

  test('refuses a team of another workspace and writes nothing', async () => {
    const { id } = await acme.aMember('member', 'Anna')
    const foreign = await (await t.aWorkspace()).owner.call(teams.createTeam, { body: { name: 'Theirs' } })
    expect(
      (await acme.owner.try(schema.changeMember, { params: { id }, body: { name: 'Changed', teamIds: [foreign.id] } }))
        .status,
    ).toBe(422)
    expect((await acme.owner.call(schema.getMember, { params: { id } })).name).toBe('Anna')
  })
})

describe('removing', () => {
  test('shuts out sessions and API keys at once', async () => {
    const admin = await aPerson(t, acme.id, 'admin')
    const browser = await admin.signIn()
    const { key } = (await browser.request('POST', '/api/v1/api-keys', { name: 'Mine', scopes: ['members:read'] })).body
    const withKey = () =>
      new BrowserClient(t.server).request('GET', '/api/v1/members', undefined, { authorization: `Bearer ${key}` })
    expect((await withKey()).status).toBe(200)
    await acme.owner.call(schema.removeMember, { params: { id: admin.memberId }, query: { reassignTo: acme.ownerId } })
    expect((await browser.try(signIn.getSession, {})).status).toBe(401)
    expect((await withKey()).status).toBe(401)
    expect((await browser.try(signIn.signIn, { body: { email: admin.email, password: admin.password } })).status).toBe(
      403,
    )
    const events = await t.app.db
      .selectFrom('events')
      .select('data')
      .where('workspaceId', '=', acme.id)
      .where('kind', '=', 'member.removed')
      .execute()
    expect(events).toEqual([{ data: { reassignTo: acme.ownerId } }])
  })

  test('hands over what they own, or leaves it without an owner', async () => {
    const [leaving, staying] = [await acme.aMember('member'), await acme.aMember('member')]
    const create = async (name: string, ownerId: string) =>
      (await acme.owner.call(contacts.createContact, { body: { name, ownerId } })).id
    const [theirs, others] = [await create('Theirs', leaving.id), await create('Others', staying.id)]
    const ownerOf = async (id: string) => (await acme.owner.call(contacts.getContact, { params: { id } })).ownerId
    await acme.owner.call(schema.removeMember, { params: { id: leaving.id }, query: { reassignTo: staying.id } })
    await t.runJobs()
    expect([await ownerOf(theirs), await ownerOf(others)]).toEqual([staying.id, staying.id])
    await acme.owner.call(schema.removeMember, { params: { id: staying.id }, query: {} })
    await t.runJobs()
    expect([await ownerOf(theirs), await ownerOf(others)]).toEqual([null, null])
  })

  test('leaves their membership elsewhere alone', async () => {
    const person = await aPerson(t, acme.id, 'member')
    const beta = await t.aWorkspace({ name: 'Beta' })
    await t.app.db
      .insertInto('members')
      .values({
        workspaceId: beta.id,
        id: person.memberId,
        userId: person.userId,
        name: 'P',
        email: person.email,
        role: 'member',
      })
      .execute()
    await acme.owner.call(schema.removeMember, { params: { id: person.memberId }, query: {} })
    expect((await (await person.signIn()).call(signIn.getSession, {})).workspace.name).toBe('Beta')
  })

  test('refuses an heir who is gone, foreign or the same', async () => {
    const { id } = await acme.aMember('member')
    const foreign = await t.aWorkspace()
    for (const [reassignTo, status] of [
      [id, 400],
      [foreign.ownerId, 422],
      ['00000000-0000-7000-8000-000000000000', 422],
    ] as const) {
      expect((await acme.owner.try(schema.removeMember, { params: { id }, query: { reassignTo } })).status).toBe(status)
    }
    expect((await acme.owner.call(schema.getMember, { params: { id } })).removedAt).toBeNull()
  })

  test('admins remove no owner', async () => {
    const [admin, owner] = [await acme.aMember('admin'), await acme.aMember('owner')]
    expect((await admin.client.try(schema.removeMember, { params: { id: owner.id }, query: {} })).status).toBe(403)
  })
})
