import { expect, test } from 'vitest'
import { aTestApp } from '../../../testing/test-app.ts'
import * as contacts from '../../customers/contacts/schema.ts'
import * as schema from './schema.ts'

const t = await aTestApp()

test('shows every permission with its least role', async () => {
  const acme = await t.aWorkspace()
  const { client } = await acme.aMember('member')
  const { roles, permissions } = await client.call(schema.getRoles, {})
  expect(roles.map(role => role.role)).toEqual(['member', 'manager', 'admin', 'owner'])
  expect(permissions).toContainEqual({ permission: 'members:manage', leastRole: 'admin' })
  expect(permissions).toContainEqual({ permission: 'mail:manage', leastRole: 'owner' })
  expect(permissions).toHaveLength(t.app.permissions.size)
})

test('a record rule holds from the next request on, for people and for keys', async () => {
  const acme = await t.aWorkspace()
  const { client } = await acme.aMember('member')
  const { id } = await acme.owner.call(contacts.createContact, { body: { name: 'Marta' } })
  const sees = async () => (await client.try(contacts.getContact, { params: { id } })).status
  expect(await sees()).toBe(200)
  const table = await acme.owner.call(schema.setRecordRules, { body: { member: 'team', manager: 'all' } })
  expect(table.roles.map(role => role.recordRule)).toEqual(['team', 'all', 'all', 'all'])
  expect(await sees()).toBe(404)
  await acme.owner.call(schema.setRecordRules, { body: { member: 'all', manager: 'all' } })
  expect(await sees()).toBe(200)
})

test('only admins set rules, only for roles below them', async () => {
  const acme = await t.aWorkspace()
  const manager = await acme.aMember('manager')
  expect((await manager.client.try(schema.setRecordRules, { body: { member: 'all', manager: 'all' } })).status).toBe(
    403,
  )
  expect(
    (await acme.owner.request('PUT', '/api/v1/roles/record-rules', { member: 'all', manager: 'all', owner: 'team' }))
      .status,
  ).toBe(400)
})
