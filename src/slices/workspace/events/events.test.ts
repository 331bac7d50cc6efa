import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { record } from '../../../platform/events/record.ts'
import { anEvent, type LooseEvent } from '../../../testing/an-event.ts'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import { createCompany } from '../../customers/companies/schema.ts'
import { createContact } from '../../customers/contacts/schema.ts'
import * as schema from './schema.ts'

const t = await aTestApp()
let acme: TestWorkspace

beforeEach(async () => {
  acme = await t.aWorkspace()
})

const happen = (...events: LooseEvent[]) => record(acme.ctx(), events.map(anEvent))
const list = (query: Record<string, unknown> = {}) => acme.owner.call(schema.listEvents, { query })

async function listAll(query: Record<string, unknown>): Promise<schema.RecordedEvent[]> {
  const items: schema.RecordedEvent[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: { items: schema.RecordedEvent[]; nextCursor: string | null } = await list({
      ...query,
      ...(cursor ? { cursor } : {}),
    })
    items.push(...page.items)
    cursor = page.nextCursor
  }
  return items
}

test('lists the log by the time of recording, newest first, whole and page by page', async () => {
  const ids = await happen(
    ...Array.from({ length: 9 }, (_, n) => ({
      kind: 'thing.happened',
      occurredAt: new Date(Date.UTC(2020, n % 3)),
      data: { n },
    })),
  )
  const { items, nextCursor } = await list()
  expect([items.map(item => item.id), nextCursor]).toEqual([ids.toReversed(), null])
  expect(items[0]).toMatchObject({
    kind: 'thing.happened',
    actorKind: 'member',
    actorId: acme.ownerId,
    actorName: 'Olga Owner',
    data: { n: 8 },
    occurredAt: '2020-03-01T00:00:00.000Z',
  })
  for (const limit of [1, 3, 4, 9]) expect((await listAll({ limit })).map(item => item.id)).toEqual(ids.toReversed())
  expect(await acme.owner.call(schema.getEvent, { params: { id: ids[0]! } })).toMatchObject({
    id: ids[0],
    data: { n: 0 },
  })
})

describe('filters', () => {
  test('find by each field', async () => {
    const { id: contactId } = await acme.owner.call(createContact, { body: { name: 'Ada' } })
    const [companyId, subjectId] = [newId(), newId()]
    await happen(
      { kind: 'a.happened', contactId, channel: 'email', occurredAt: new Date('2026-01-01') },
      { kind: 'b.happened', companyId, occurredAt: new Date('2026-01-02') },
      { kind: 'c.happened', subjectType: 'order', subjectId, occurredAt: new Date('2026-01-03') },
    )
    const kinds = async (query: Record<string, unknown>) =>
      (await listAll({ limit: 1, ...query }))
        .flatMap(({ kind }) => (kind.endsWith('.happened') ? kind[0] : []))
        .join('')
    expect(await kinds({ 'filter[kind]': 'a.happened' })).toBe('a')
    expect(await kinds({ 'filter[kind][in]': 'a.happened,c.happened' })).toBe('ca')
    expect(await kinds({ 'filter[contactId]': contactId })).toBe('a')
    expect(await kinds({ 'filter[companyId]': companyId })).toBe('b')
    expect(await kinds({ 'filter[subjectId]': subjectId })).toBe('c')
    expect(await kinds({ 'filter[subjectType]': 'order' })).toBe('c')
    expect(await kinds({ 'filter[channel]': 'email' })).toBe('a')
    expect(await kinds({ 'filter[channel][empty]': 'true' })).toBe('cb')
    expect(await kinds({ 'filter[actorId]': acme.ownerId })).toBe('cba')
    expect(await kinds({ 'filter[actorId]': newId() })).toBe('')
    expect(await kinds({ 'filter[occurredAt][gte]': '2026-01-02', 'filter[occurredAt][lt]': '2026-01-03' })).toBe('b')
  })

  test.each([
    ['filter[nothing]', 'filter[nothing]=1'],
    ['filter[contactId]', 'filter[contactId]=1'],
    ['cursor', 'cursor=abc'],
    ['sort', 'sort=kind'],
    ['limit', 'limit=0'],
  ])('refuse a wrong %s', async (path, query) => {
    const answer = await acme.owner.request('GET', `/api/v1/events?${query}`)
    expect([answer.status, answer.body.fields[0].path]).toEqual([400, path])
  })

  test('that find little among very many look at a bounded part at a time', async () => {
    const [rare] = await happen({ kind: 'rare.happened' })
    await sql`insert into events (workspace_id, id, kind, actor_kind, occurred_at)
      select ${acme.id}::uuid, ('ffffffff-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'common.happened', 'system', now()
      from generate_series(1, 51000) n`.execute(t.app.db)
    const first = await list({ 'filter[kind]': 'rare.happened' })
    expect(first.items).toEqual([])
    expect(first.nextCursor).not.toBeNull()
    const second = await list({ 'filter[kind]': 'rare.happened', cursor: first.nextCursor })
    expect([second.items.map(item => item.id), second.nextCursor]).toEqual([[rare], null])
    expect((await list({ 'filter[kind]': 'common.happened', limit: 3 })).items).toHaveLength(3)
  })
})

describe('the log', () => {
  test('is for managers', async () => {
    const [id] = await happen({ kind: 'a.happened' })
    const { client: member } = await acme.aMember('member')
    const { client: manager } = await acme.aMember('manager')
    expect((await member.try(schema.listEvents, {})).status).toBe(403)
    expect((await member.try(schema.getEvent, { params: { id: id! } })).status).toBe(403)
    expect((await member.try(schema.exportEvents, {})).status).toBe(403)
    expect((await manager.call(schema.listEvents, {})).items).toHaveLength(1)
  })

  test('of another workspace is not there', async () => {
    const [id] = await happen({ kind: 'a.happened' })
    const beta = await t.aWorkspace()
    expect((await beta.owner.try(schema.getEvent, { params: { id: id! } })).status).toBe(404)
    expect(
      (await beta.owner.call(schema.listEvents, { query: { cursor: 'ffffffff-ffff-4fff-8fff-ffffffffffff' } })).items,
    ).toEqual([])
  })

  test('keeps to the record rule', async () => {
    const { id: managerId, client } = await acme.aMember('manager')
    await acme.limit('manager')
    const contact = await acme.owner.call(createContact, { body: { name: 'Not theirs' } })
    await acme.owner.call(createCompany, { body: { name: 'Not theirs' } })
    const own = await client.call(createContact, { body: { name: 'Own', ownerId: managerId } })
    await happen({ kind: 'member.invited' })
    const { items } = await client.call(schema.listEvents, {})
    expect(items.map(item => [item.kind, item.contactId])).toEqual([
      ['member.invited', null],
      ['contact.created', own.id],
    ])
    const hidden = (await list({ 'filter[contactId]': contact.id })).items[0]!
    expect((await client.try(schema.getEvent, { params: { id: hidden.id } })).status).toBe(404)
  })
})

test('exports what a list shows, with formulas defused, and notes it in the audit log', async () => {
  await happen({ kind: '=a.happened', data: { number: 'N-1' } }, { kind: 'b.happened' })
  const csv = await acme.owner.try(schema.exportEvents, { query: { 'filter[kind]': '=a.happened' } })
  expect(csv.headers['content-disposition']).toBe('attachment; filename="events.csv"')
  expect(csv.body.trim().split('\n')).toHaveLength(2)
  expect(csv.body).toContain(`'=a.happened`)
  const lines = await acme.owner.try(schema.exportEvents, { query: { format: 'jsonl' } })
  expect(
    lines.body
      .trim()
      .split('\n')
      .map((line: string) => JSON.parse(line).kind),
  ).toEqual(['b.happened', '=a.happened'])
  const audited = await t.app.db
    .selectFrom('auditEntries')
    .select('detail')
    .where('workspaceId', '=', acme.id)
    .where('action', '=', 'events.exported')
    .orderBy('id')
    .execute()
  expect(audited[0]!.detail).toMatchObject({ format: 'csv', 'filter[kind]': '=a.happened' })
})
