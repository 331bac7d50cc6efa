import { beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import { flushAuditReads } from '../../../platform/audit/audit-read.ts'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import * as contacts from '../../customers/contacts/schema.ts'
import { timelineOf } from '../../customers/timeline/schema.ts'
import { createProduct } from '../../sales/products/schema.ts'
import * as teams from '../teams/schema.ts'
import * as schema from './schema.ts'

const t = await aTestApp()
let acme: TestWorkspace

beforeEach(async () => {
  acme = await t.aWorkspace()
})

const list = async (query: Record<string, unknown> = {}) => (await acme.owner.call(schema.listAudit, { query })).items

test('filters by actor, action, subject and period, newest first', async () => {
  const admin = await acme.aMember('admin', 'Anna')
  const { id } = await acme.owner.call(teams.createTeam, { body: { name: 'Sales' } })
  const noon = t.clock.now().toISOString()
  t.clock.advance(60_000)
  await admin.client.call(teams.changeTeam, { params: { id }, body: { name: 'Service' } })
  expect(await list()).toMatchObject([
    {
      action: 'team.changed',
      actorKind: 'member',
      actorId: admin.id,
      actorName: 'Anna',
      subjectType: 'team',
      subjectId: id,
      address: '127.0.0.0/24',
    },
    { action: 'team.created', actorName: 'Olga Owner' },
  ])
  const actions = async (query: Record<string, unknown>) => (await list(query)).map(entry => entry.action)
  expect(await actions({ 'filter[actorId]': admin.id })).toEqual(['team.changed'])
  expect(await actions({ 'filter[action]': 'team.created' })).toEqual(['team.created'])
  expect(await actions({ 'filter[subjectId]': id, sort: 'at' })).toEqual(['team.created', 'team.changed'])
  expect(await actions({ 'filter[at][gt]': noon })).toEqual(['team.changed'])
  expect(await actions({ 'filter[at][lte]': noon })).toEqual(['team.created'])
  expect((await acme.owner.try(schema.listAudit, { query: { 'filter[detail]': 'x' } })).status).toBe(400)
})

test('a read of personal data is noted within a second, once however often it is repeated', async () => {
  const { id } = await acme.owner.call(contacts.createContact, { body: { name: 'Marta' } })
  for (let i = 0; i < 3; i++) await acme.owner.call(contacts.getContact, { params: { id } })
  const reads = () => list({ 'filter[action]': 'contact.read' })
  expect(await reads()).toEqual([])
  await new Promise(done => setTimeout(done, 1200))
  expect(await reads()).toMatchObject([{ subjectType: 'contact', subjectId: id, actorId: acme.ownerId }])
  await acme.owner.call(contacts.getContact, { params: { id } })
  await flushAuditReads(t.app)
  expect(await reads()).toHaveLength(2)
})

test('is exported, which is itself noted', async () => {
  await acme.owner.call(teams.createTeam, { body: { name: '=cmd()' } })
  const csv = await acme.owner.try(schema.exportAudit, {})
  expect(csv.headers['content-type']).toContain('text/csv')
  expect(csv.body.split('\n')[0]).toContain('at,actorKind,actorId,actorName,action')
  expect(csv.body).toContain('team.created')
  const jsonl = await acme.owner.try(schema.exportAudit, {
    query: { format: 'jsonl', 'filter[action]': 'audit.exported' },
  })
  expect(
    jsonl.body
      .trim()
      .split('\n')
      .map((line: string) => JSON.parse(line).action),
  ).toEqual(['audit.exported', 'audit.exported'])
})

test('cannot be changed or deleted through the app', async () => {
  await expect(sql`delete from audit_entries where workspace_id = ${acme.id}`.execute(t.app.db)).rejects.toThrow(
    'append-only',
  )
  await expect(
    t.app.db.updateTable('auditEntries').set({ action: 'x' }).where('workspaceId', '=', acme.id).execute(),
  ).rejects.toThrow('append-only')
})

test('is open to admins of this workspace only', async () => {
  const other = await t.aWorkspace()
  await other.owner.call(teams.createTeam, { body: { name: 'Theirs' } })
  expect(await list()).toEqual([])
  const manager = await acme.aMember('manager')
  expect((await manager.client.try(schema.listAudit, {})).status).toBe(403)
  expect((await manager.client.try(schema.exportAudit, {})).status).toBe(403)
})

test('an entry names the product that it is about', async () => {
  const { id } = await acme.owner.call(createProduct, { body: { name: 'Lamp' } })
  await acme.owner.call(timelineOf('products').list, { params: { id } })
  await flushAuditReads(t.app)
  expect(await list({ 'filter[subjectId]': id })).toMatchObject([
    { action: 'product.timeline-read', subject: { kind: 'product', id, name: 'Lamp' } },
  ])
})
