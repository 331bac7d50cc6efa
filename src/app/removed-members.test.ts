import { beforeEach, expect, test } from 'vitest'
import { newId } from '../kernel/ids.ts'
import { updateRows } from '../platform/db/row.ts'
import { stepsOf } from '../slices/customers/imports/imports.fixture.ts'
import { removeMember } from '../slices/workspace/members/schema.ts'
import { handOver } from '../slices/workspace/members/hand-over.ts'
import { aTestApp, type TestWorkspace } from '../testing/test-app.ts'

const t = await aTestApp()
let acme: TestWorkspace
let removed: string

const leave = async (id: string) => {
  await acme.owner.call(removeMember, { params: { id }, query: {} })
  await t.runJobs()
}

beforeEach(async () => {
  acme = await t.aWorkspace()
  removed = (await acme.aMember('member')).id
  await leave(removed)
})

const call = (method: 'POST' | 'PATCH', path: string, body: object) =>
  acme.owner.request(method, `/api/v1${path}`, body)

const owned = [
  ['contacts', 'ownerId', { name: 'Ada' }],
  ['companies', 'ownerId', { name: 'Ajax' }],
  ['products', 'ownerId', { name: 'Lamp' }],
  ['tasks', 'assigneeId', { title: 'Call' }],
] as const

test.each(owned)('nobody who is no member gets %s', async (kind, column, body) => {
  const { body: made } = await call('POST', `/${kind}`, body)
  for (const nobody of [removed, newId()]) {
    const refused = { status: 422, body: { fields: [{ path: column }] } }
    expect(await call('POST', `/${kind}`, { ...body, [column]: nobody })).toMatchObject(refused)
    expect(await call('PATCH', `/${kind}/${made.id}`, { [column]: nobody })).toMatchObject(refused)
  }
})

test.each(owned.slice(0, 3))('nor many %s at once', async (kind, column, body) => {
  const { body: made } = await call('POST', `/${kind}`, body)
  const fresh = await call('POST', `/${kind}/bulk`, { items: [body, { ...body, [column]: removed }] })
  expect(fresh.status).toBe(422)
  const changed = await call('POST', `/${kind}/bulk`, { items: [{ id: made.id, [column]: removed }] })
  expect(changed.body.items).toMatchObject([{ status: 'failed', error: { fields: [{ path: column }] } }])
})

test('a member who is removed at the same moment gets nothing', async () => {
  const leaving = await acme.aMember('member')
  await Promise.all([
    acme.owner.call(removeMember, { params: { id: leaving.id }, query: {} }),
    ...Array.from({ length: 5 }, (_, at) => call('POST', '/contacts', { name: `C${at}`, ownerId: leaving.id })),
  ])
  await t.runJobs()
  const { body } = await call('POST', '/contacts', { name: 'Last', ownerId: leaving.id })
  expect(body.code).toBe('unprocessable')
  const list = await acme.owner.request('GET', '/api/v1/contacts')
  const owners = list.body.items.map((item: { ownerId: string | null }) => item.ownerId)
  expect(owners).not.toContain(leaving.id)
})

test('an import gives nothing to whoever left since it was drafted, nor to whoever its rows name', async () => {
  const steps = stepsOf(t, acme)
  const leaving = await acme.aMember('member', 'Lea Leaving')
  const { id } = await steps.draft(
    'people.csv',
    'Name,Email,Owner\nAda,ada@example.com,\nBob,bob@example.com,Lea Leaving\n',
  )
  await steps.change(id, { options: { ownerId: leaving.id } })
  await leave(leaving.id)
  await steps.check(id)
  await steps.run(id)
  const list = await acme.owner.request('GET', '/api/v1/contacts')
  expect(list.body.items).toMatchObject([{ ownerId: null }, { ownerId: null }])
})

test('what a running import gave to whoever left meanwhile goes to their heir when it ends', async () => {
  const steps = stepsOf(t, acme)
  const leaving = await acme.aMember('member', 'Lea Leaving')
  const { body: ada } = await call('POST', '/contacts', { name: 'Ada' })
  const { id } = await steps.draft('people.csv', 'Name,Email\nBob,bob@example.com\n')
  await acme.owner.call(removeMember, { params: { id: leaving.id }, query: { reassignTo: acme.ownerId } })
  await t.runJobs()
  // As a batch that had read who was there before does it.
  await updateRows(acme.ctx(), 'contacts', ada.id, { ownerId: leaving.id })
  await steps.check(id)
  await steps.run(id)
  const { body } = await acme.owner.request('GET', `/api/v1/contacts/${ada.id}`)
  expect(body.ownerId).toBe(acme.ownerId)
})

test('what is handed over to an heir who left meanwhile goes to theirs', async () => {
  const [leaving, heir] = [await acme.aMember('member'), await acme.aMember('member')]
  const { body: ada } = await call('POST', '/contacts', { name: 'Ada' })
  await acme.owner.call(removeMember, { params: { id: leaving.id }, query: { reassignTo: heir.id } })
  await acme.owner.call(removeMember, { params: { id: heir.id }, query: { reassignTo: acme.ownerId } })
  await t.runJobs()
  await updateRows(acme.ctx(), 'contacts', ada.id, { ownerId: leaving.id })
  const late = { workspaceId: acme.id, memberId: leaving.id, heirId: heir.id, table: 'contacts' }
  await handOver.run(t.app, late, new AbortController().signal)
  const { body } = await acme.owner.request('GET', `/api/v1/contacts/${ada.id}`)
  expect(body.ownerId).toBe(acme.ownerId)
})

test('an import that is undone gives nothing back to whoever left', async () => {
  const steps = stepsOf(t, acme)
  const leaving = await acme.aMember('member', 'Lea Leaving')
  const { body: ada } = await call('POST', '/contacts', {
    name: 'Ada',
    email: 'ada@example.com',
    ownerId: leaving.id,
  })
  const file = 'Name,Email,Owner\nAda,ada@example.com,Olga Owner\n'
  const { id } = await steps.import('people.csv', file, { options: { update: 'all' } })
  await leave(leaving.id)
  await steps.undo(id)
  const { body } = await acme.owner.request('GET', `/api/v1/contacts/${ada.id}`)
  expect(body.ownerId).toBeNull()
})
