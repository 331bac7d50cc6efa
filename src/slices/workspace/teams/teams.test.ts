import { beforeEach, expect, test } from 'vitest'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import * as contacts from '../../customers/contacts/schema.ts'
import * as schema from './schema.ts'

const t = await aTestApp()
let acme: TestWorkspace

beforeEach(async () => {
  acme = await t.aWorkspace()
})

test('a team is created with members, renamed, changed and deleted', async () => {
  const [anna, boris] = [await acme.aMember('member', 'Anna'), await acme.aMember('member', 'Boris')]
  const team = await acme.owner.call(schema.createTeam, { body: { name: 'Sales', memberIds: [anna.id, anna.id] } })
  expect(team).toMatchObject({ name: 'Sales', memberIds: [anna.id] })
  const params = { id: team.id }
  expect(
    await acme.owner.call(schema.changeTeam, { params, body: { name: 'Service', memberIds: [boris.id] } }),
  ).toMatchObject({ name: 'Service', memberIds: [boris.id] })
  expect((await boris.client.call(schema.listTeams, {})).items).toHaveLength(1)
  await acme.owner.call(schema.deleteTeam, { params })
  expect((await acme.owner.try(schema.getTeam, { params })).status).toBe(404)
  const actions = await t.app.db
    .selectFrom('auditEntries')
    .select('action')
    .where('workspaceId', '=', acme.id)
    .orderBy('id')
    .execute()
  expect(actions.map(entry => entry.action)).toEqual(['team.created', 'team.changed', 'team.deleted'])
})

test('belonging to a team counts from the next request on', async () => {
  const anna = await acme.aMember('member')
  const { id: teamId } = await acme.owner.call(schema.createTeam, { body: { name: 'Sales' } })
  const { id } = await acme.owner.call(contacts.createContact, { body: { name: 'Theirs', teamId } })
  await acme.limit('member')
  expect((await anna.client.try(contacts.getContact, { params: { id } })).status).toBe(404)
  await acme.owner.call(schema.changeTeam, { params: { id: teamId }, body: { memberIds: [anna.id] } })
  expect((await anna.client.try(contacts.getContact, { params: { id } })).status).toBe(200)
})

test('a team with records stays, and says why', async () => {
  const { id } = await acme.owner.call(schema.createTeam, { body: { name: 'Sales' } })
  await acme.owner.call(contacts.createContact, { body: { name: 'Marta', teamId: id } })
  const answer = await acme.owner.try(schema.deleteTeam, { params: { id } })
  expect([answer.status, answer.body.code]).toEqual([409, 'conflict'])
  expect((await acme.owner.try(schema.getTeam, { params: { id } })).status).toBe(200)
})

test('a name is taken whatever its case', async () => {
  await acme.owner.call(schema.createTeam, { body: { name: 'Sales' } })
  const answer = await acme.owner.try(schema.createTeam, { body: { name: 'SALES' } })
  expect(answer.body).toMatchObject({ status: 409, fields: [{ path: 'name' }] })
})

test('members of another workspace and members who are gone are refused, and nothing is written', async () => {
  const foreign = await t.aWorkspace()
  expect(
    (await acme.owner.try(schema.createTeam, { body: { name: 'Mixed', memberIds: [acme.ownerId, foreign.ownerId] } }))
      .status,
  ).toBe(422)
  expect(await acme.owner.call(schema.listTeams, {})).toEqual({ items: [] })
  const { id } = await foreign.owner.call(schema.createTeam, { body: { name: 'Theirs' } })
  for (const answer of [
    await acme.owner.try(schema.getTeam, { params: { id } }),
    await acme.owner.try(schema.changeTeam, { params: { id }, body: { name: 'Mine' } }),
    await acme.owner.try(schema.deleteTeam, { params: { id } }),
  ])
    expect(answer.status).toBe(404)
})

test('only admins change teams', async () => {
  const manager = await acme.aMember('manager')
  expect((await manager.client.try(schema.createTeam, { body: { name: 'X' } })).status).toBe(403)
})
