import { beforeEach, expect, test } from 'vitest'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import * as schema from './schema.ts'

const t = await aTestApp()
let acme: TestWorkspace

beforeEach(async () => {
  acme = await t.aWorkspace()
})

const czech = {
  object: 'contacts',
  name: 'Czech customers',
  filter: { 'filter[country]': 'CZ', 'filter[tagIds]': ['a', 'b'] },
  columns: ['name', 'email'],
  sort: '-createdAt',
}

test('a view is saved, changed and deleted', async () => {
  const view = await acme.owner.call(schema.createView, { body: czech })
  expect(view).toMatchObject({ ...czech, isShared: false, isMine: true, memberId: acme.ownerId })
  const params = { id: view.id }
  const changed = await acme.owner.call(schema.changeView, { params, body: { columns: ['name'], sort: null } })
  expect(changed).toMatchObject({ name: 'Czech customers', filter: czech.filter, columns: ['name'], sort: null })
  expect((await acme.owner.call(schema.listViews, { query: { object: 'companies' } })).items).toEqual([])
  await acme.owner.call(schema.deleteView, { params })
  expect((await acme.owner.try(schema.changeView, { params, body: { name: 'X' } })).status).toBe(404)
})

test('own views are nobody else’s; shared ones are everybody’s to use and managers’ to change', async () => {
  const [anna, boris, mia] = [await acme.aMember('member'), await acme.aMember('member'), await acme.aMember('manager')]
  const own = await anna.client.call(schema.createView, { body: czech })
  const shared = await mia.client.call(schema.createView, { body: { ...czech, name: 'For all', isShared: true } })
  expect((await boris.client.call(schema.listViews, {})).items.map(item => [item.name, item.isMine])).toEqual([
    ['For all', false],
  ])
  expect((await acme.owner.try(schema.changeView, { params: { id: own.id }, body: { name: 'X' } })).status).toBe(404)
  expect((await acme.owner.try(schema.deleteView, { params: { id: own.id } })).status).toBe(404)
  expect((await boris.client.try(schema.changeView, { params: { id: shared.id }, body: { name: 'X' } })).status).toBe(
    403,
  )
  expect((await boris.client.try(schema.deleteView, { params: { id: shared.id } })).status).toBe(403)
  expect(
    (await acme.owner.try(schema.changeView, { params: { id: shared.id }, body: { name: 'Better name' } })).status,
  ).toBe(200)
})

test('members do not share', async () => {
  const { client } = await acme.aMember('member')
  expect((await client.try(schema.createView, { body: { ...czech, isShared: true } })).status).toBe(403)
  const { id } = await client.call(schema.createView, { body: czech })
  expect((await client.try(schema.changeView, { params: { id }, body: { isShared: true } })).status).toBe(403)
  const manager = await acme.aMember('manager')
  const shared = await manager.client.call(schema.createView, { body: { ...czech, isShared: true } })
  expect(
    (await manager.client.call(schema.changeView, { params: { id: shared.id }, body: { isShared: false } })).isShared,
  ).toBe(false)
})

test('views of another workspace do not exist', async () => {
  const other = await t.aWorkspace()
  const { id } = await other.owner.call(schema.createView, { body: { ...czech, isShared: true } })
  expect(await acme.owner.call(schema.listViews, {})).toEqual({ items: [] })
  expect((await acme.owner.try(schema.changeView, { params: { id }, body: { name: 'X' } })).status).toBe(404)
  expect((await acme.owner.try(schema.deleteView, { params: { id } })).status).toBe(404)
})

test.each([
  [{ ...czech, memberId: '00000000-0000-7000-8000-000000000000' }],
  [{ ...czech, workspaceId: '00000000-0000-7000-8000-000000000000' }],
  [{ ...czech, object: "x'; drop table views" }],
  [{ ...czech, filter: { a: { b: 1 } } }],
])('refuses %j', async body => {
  expect((await acme.owner.request('POST', '/api/v1/views', body)).status).toBe(400)
})
