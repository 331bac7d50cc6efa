import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { record } from '../../../platform/events/record.ts'
import { anEvent, type LooseEvent } from '../../../testing/an-event.ts'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import { createContact } from '../contacts/schema.ts'
import { markMerged } from '../contacts/merged.fixture.ts'
import { createCompany } from '../companies/schema.ts'
import { createOrder, orderEndpoints } from '../orders/schema.ts'
import { timelineOf, type TimelineItem } from './schema.ts'

const contacts = timelineOf('contacts')
const companies = timelineOf('companies')
const orders = timelineOf('orders')

const t = await aTestApp()
let acme: TestWorkspace
let id: string

beforeEach(async () => {
  acme = await t.aWorkspace()
  id = await aContact('Marta')
})

async function aContact(name: string, companyId?: string): Promise<string> {
  return (await acme.owner.call(createContact, { body: { name, ...(companyId ? { companyId } : {}) } })).id
}

function happen(...events: (Partial<LooseEvent> & { at?: string })[]): Promise<string[]> {
  const rows = events.map(({ at = '2026-01-01T10:00:00Z', ...event }) =>
    anEvent({
      kind: 'message.received',
      contactId: id,
      channel: 'email',
      occurredAt: new Date(at),
      ...event,
    }),
  )
  return record(acme.ctx(), rows)
}

async function merge(from: string, into: string): Promise<void> {
  await markMerged({ db: t.app.db, workspaceId: acme.id }, from, into)
}

const read = (contactId: string, query: Record<string, unknown> = {}) =>
  acme.owner.call(contacts.list, { params: { id: contactId }, query })

async function readAll(contactId: string, query: Record<string, unknown>): Promise<TimelineItem[]> {
  const items: TimelineItem[] = []
  let cursor: string | null = null
  do {
    const page: { items: TimelineItem[]; nextCursor: string | null } = await read(contactId, {
      ...query,
      ...(cursor ? { cursor } : {}),
    })
    items.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return items
}

test('tells who did what, newest first', async () => {
  await happen({
    kind: 'order.placed',
    channel: 'shop',
    data: { number: 'A-1', "it's": '"quoted" \\ ů' },
    at: '2026-02-01T00:00:00Z',
  })
  const { items, nextCursor } = await read(id)
  expect(nextCursor).toBeNull()
  expect(items).toHaveLength(2)
  expect(items[0]).toMatchObject({
    kind: 'contact.created',
    channel: null,
    actor: { kind: 'member', id: acme.ownerId, name: 'Olga Owner' },
    contactId: id,
  })
  expect(items[1]).toMatchObject({
    kind: 'order.placed',
    channel: 'shop',
    data: { number: 'A-1', "it's": '"quoted" \\ ů' },
  })
  expect(new Date(items[1]!.occurredAt).toISOString()).toBe('2026-02-01T00:00:00.000Z')
})

test('pages without gaps or repeats, also within one instant', async () => {
  await happen(...Array.from({ length: 23 }, (_, n) => ({ at: `2026-01-0${1 + (n % 3)}T10:00:00Z`, data: { n } })))
  for (const limit of [1, 4, 23, 24, 200]) {
    const items = await readAll(id, { limit })
    expect(new Set(items.map(item => item.id)).size, String(limit)).toBe(24)
    expect(items).toHaveLength(24)
    const order = items.map(item => `${item.occurredAt} ${item.id}`)
    expect(order).toEqual([...order].sort().reverse())
  }
})

test('an event that happens while somebody pages on neither repeats nor hides another', async () => {
  await happen({ at: '2026-01-03T10:00:00Z' }, { at: '2026-01-02T10:00:00Z' }, { at: '2026-01-01T10:00:00Z' })
  const first = await read(id, { limit: 2 })
  await happen({ at: '2026-02-03T10:00:00Z' })
  const second = await read(id, { limit: 2, cursor: first.nextCursor })
  expect(second.items.map(item => item.occurredAt.slice(0, 10))).toEqual(['2026-01-02', '2026-01-01'])
})

describe('filters', () => {
  beforeEach(async () => {
    await happen(
      {
        kind: 'order.placed',
        channel: 'shop',
        at: '2026-01-01T00:00:00Z',
        data: { number: 'N-100', items: [{ name: '50%_Tea' }] },
      },
      {
        kind: 'message.received',
        channel: 'email',
        at: '2026-01-02T00:00:00Z',
        data: { excerpt: 'Kde je moje OBJEDNÁVKA?' },
      },
      { kind: 'note.added', channel: null, at: '2026-01-03T00:00:00Z', data: { excerpt: 'says "hi" \\o/', number: 7 } },
    )
  })

  test.each([
    [{ 'filter[kind]': 'order.placed' }, ['order.placed']],
    [{ 'filter[kind]': 'order.placed,note.added' }, ['note.added', 'order.placed']],
    [{ 'filter[channel]': 'email,shop' }, ['message.received', 'order.placed']],
    [{ 'filter[from]': '2026-01-02T00:00:00Z', 'filter[to]': '2026-01-03T00:00:00Z' }, ['message.received']],
    [{ 'filter[from]': '2026-01-01T01:00:00+01:00', 'filter[to]': '2026-01-02T00:00:00Z' }, ['order.placed']],
    [{ q: 'objednávka' }, ['message.received']],
    [{ q: '"HI" \\o' }, ['note.added']],
    [{ q: '50%_t' }, ['order.placed']],
    [{ q: 'n-10' }, ['order.placed']],
    [{ q: '7' }, ['note.added']],
    [{ q: 'number' }, []],
    [{ q: '%' }, ['order.placed']],
    [{ q: '   ', 'filter[kind]': 'note.added' }, ['note.added']],
  ])('%j', async (query, kinds) => {
    expect((await readAll(id, { limit: 1, ...query })).map(item => item.kind)).toEqual(kinds)
  })

  test.each([
    ['filter[nothing]', 'filter[nothing]=1'],
    ['filter[from]', 'filter[from]=yesterday'],
    ['limit', 'limit=201'],
    ['cursor', 'cursor=abc'],
    ['cursor', "cursor=2026-01-01T00:00:00.000000Z_' or true"],
    ['sort', 'sort=-occurredAt'],
  ])('refuses a wrong %s: %s', async (path, query) => {
    const answer = await acme.owner.request('GET', `/api/v1/contacts/${id}/timeline?${query}`)
    expect([answer.status, answer.body.fields?.[0].path]).toEqual([400, path])
  })

  test('tells which kinds and channels there are', async () => {
    expect(await acme.owner.call(contacts.kinds, { params: { id } })).toEqual({
      kinds: ['contact.created', 'message.received', 'note.added', 'order.placed'],
      channels: ['email', 'shop'],
    })
    const other = await aContact('Other')
    expect(await acme.owner.call(contacts.kinds, { params: { id: other } })).toEqual({
      kinds: ['contact.created'],
      channels: [],
    })
  })
})

test('a merged contact’s history stands on the survivor’s timeline with the id it was written with, until unmerged', async () => {
  const nicknames = [await aContact('Martha'), await aContact('M.')]
  await happen(
    ...[id, ...nicknames].flatMap((contactId, n) =>
      [1, 2, 3].map(day => ({ contactId, at: `2026-01-0${day}T0${n}:00:00Z` })),
    ),
  )
  for (const merged of nicknames) await merge(merged, id)
  const items = await readAll(id, { limit: 2, 'filter[kind]': 'message.received' })
  expect(items.map(item => [item.occurredAt.slice(8, 13), item.contactId])).toEqual([
    ['03T02', nicknames[1]],
    ['03T01', nicknames[0]],
    ['03T00', id],
    ['02T02', nicknames[1]],
    ['02T01', nicknames[0]],
    ['02T00', id],
    ['01T02', nicknames[1]],
    ['01T01', nicknames[0]],
    ['01T00', id],
  ])
  expect((await readAll(nicknames[0]!, { limit: 2, 'filter[kind]': 'message.received' })).map(item => item.id)).toEqual(
    items.map(item => item.id),
  )
  await t.app.db
    .updateTable('contacts')
    .set({ mergedInto: null })
    .where('workspaceId', '=', acme.id)
    .where('id', '=', nicknames[0]!)
    .execute()
  expect(await readAll(id, { limit: 50, 'filter[kind]': 'message.received' })).toHaveLength(6)
})

describe('a company', () => {
  test('shows its own events and those of its contacts', async () => {
    const company = await acme.owner.call(createCompany, { body: { name: 'Acme tools' } })
    const contact = await aContact('Works there', company.id)
    const { items } = await acme.owner.call(companies.list, { params: { id: company.id }, query: {} })
    expect(items.map(item => [item.kind, item.contact])).toEqual([
      ['contact.created', { id: contact, name: 'Works there' }],
      ['company.created', null],
    ])
    const own = await acme.owner.call(timelineOf('contacts').list, { params: { id: contact }, query: {} })
    expect(own.items).toMatchObject([{ contactId: contact, contact: null }])
    const { kinds } = await acme.owner.call(companies.kinds, { params: { id: company.id } })
    expect(kinds).toEqual(['company.created', 'contact.created'])
  })

  test('keeps from those who see only their own what happened with contacts of others', async () => {
    const company = await acme.owner.call(createCompany, { body: { name: 'Acme tools' } })
    const seller = await acme.aMember('member')
    await acme.limit('member')
    await t.app.db
      .updateTable('companies')
      .set({ ownerId: seller.id })
      .where('workspaceId', '=', acme.id)
      .where('id', '=', company.id)
      .execute()
    await aContact('Of the owner', company.id)
    const own = await seller.client.call(createContact, { body: { name: 'Own', companyId: company.id } })
    const { items } = await seller.client.call(companies.list, { params: { id: company.id }, query: {} })
    expect(items.map(item => item.contactId)).toEqual([own.id, null])
  })
})

test('an order’s tells what is about itself only', async () => {
  const order = await acme.owner.call(createOrder, { body: { contactId: id, number: 'A-1', amount: 100 } })
  await acme.owner.call(createOrder, { body: { contactId: id, number: 'A-2', amount: 100 } })
  await acme.owner.call(orderEndpoints.delete, { params: { id: order.id } })
  const about = { params: { id: order.id } }
  const { items } = await acme.owner.call(orders.list, { ...about, query: {} })
  expect(items.map(item => [item.kind, item.data['number']])).toEqual([
    ['order.deleted', 'A-1'],
    ['order.placed', 'A-1'],
  ])
  expect((await acme.owner.call(orders.kinds, about)).kinds).toEqual(['order.deleted', 'order.placed'])
  const reader = await acme.anApiKey(['contacts:read'])
  expect((await reader.try(orders.list, { ...about, query: {} })).status).toBe(403)
})

test('is not there for whoever may not see the contact', async () => {
  const beta = await t.aWorkspace()
  const seller = await acme.aMember('member')
  await acme.limit('member')
  for (const endpoint of [contacts.list, contacts.kinds]) {
    expect((await beta.owner.try(endpoint, { params: { id } })).status).toBe(404)
    expect((await seller.client.try(endpoint, { params: { id } })).status).toBe(404)
    expect((await acme.owner.try(endpoint, { params: { id: newId() } })).status).toBe(404)
  }
  const key = await acme.anApiKey(['notes:read'])
  expect((await key.try(contacts.list, { params: { id } })).status).toBe(403)
})
