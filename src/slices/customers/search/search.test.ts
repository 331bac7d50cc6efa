import { beforeEach, describe, expect, test } from 'vitest'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import type { ApiClient } from '../../../testing/api-client.ts'
import { createCompany } from '../companies/schema.ts'
import { addHandle, createContact, contactEndpoints, type ContactInput } from '../contacts/schema.ts'
import { markMerged } from '../contacts/merged.fixture.ts'
import { createOrder } from '../orders/schema.ts'
import * as schema from './schema.ts'

const t = await aTestApp()
let acme: TestWorkspace

beforeEach(async () => {
  acme = await t.aWorkspace()
})

const contact = async (body: Partial<ContactInput>) => (await acme.owner.call(createContact, { body })).id

async function find(q: string, limit = 6, client: ApiClient = acme.owner): Promise<string[]> {
  const { groups } = await client.call(schema.search, { query: { q, limit } })
  return groups.flatMap(group => group.items.map(item => item.title))
}

describe('contacts are found by', () => {
  beforeEach(async () => {
    const id = await contact({ name: 'Marta Nováková', email: 'Marta.N@Example.com', phone: '777 123 456' })
    await acme.owner.call(addHandle, { params: { id }, body: { kind: 'instagram', value: '@martička' } })
    await contact({ name: 'John Smith', email: 'john@smith.test' })
    await contact({ name: '田中 花子', email: 'hanako@example.jp' })
  })

  test.each([
    ['m', 'Marta Nováková'],
    ['MA', 'Marta Nováková'],
    ['nová', 'Marta Nováková'],
    ['akova', 'Marta Nováková'],
    ['nov mar', 'Marta Nováková'],
    ['marta no', 'Marta Nováková'],
    ['marta.n@', 'Marta Nováková'],
    ['n@example.com', 'Marta Nováková'],
    ['777 12', 'Marta Nováková'],
    ['+420 777', 'Marta Nováková'],
    ['00420777', 'Marta Nováková'],
    ['0777123', 'Marta Nováková'],
    ['123 456', 'Marta Nováková'],
    ['@marti', 'Marta Nováková'],
    ['martička', 'Marta Nováková'],
    ['田中', '田中 花子'],
    ['hanako', '田中 花子'],
    ['jhon', 'John Smith'],
    ['Smiht', 'John Smith'],
    ['jonh smith', 'John Smith'],
    ['novakva', 'Marta Nováková'],
    ['nowakova', 'Marta Nováková'],
    ['novakovva', 'Marta Nováková'],
    ['martta novakova', 'Marta Nováková'],
    ['smyth', 'John Smith'],
  ])('%s', async (q, name) => {
    expect(await find(q)).toEqual([name])
  })

  test.each([
    '',
    '  ',
    '@',
    'xq',
    'nobody at all',
    '%',
    '_',
    '%%%',
    '\\',
    "'; drop table contacts; --",
    'a'.repeat(200),
    '(.*)+$',
    '1'.repeat(200),
  ])('nothing by %j', async q => {
    expect(await find(q)).toEqual([])
  })
})

test('what begins with the query comes before what contains it, each once, and never more than the limit', async () => {
  for (const name of ['Xanadu', 'Anna B', 'Anna A', 'Joanna', 'Jo Anna'])
    await contact({ name, email: `${name.replace(' ', '.')}@anna.test` })
  expect(await find('anna')).toEqual(['Anna A', 'Anna B', 'Jo Anna', 'Joanna', 'Xanadu'])
  expect(await find('anna', 3)).toEqual(['Anna A', 'Anna B', 'Jo Anna'])
})

test('tells what to know a hit by', async () => {
  const company = await acme.owner.call(createCompany, {
    body: { name: 'Smith tools', domain: 'smith.test', city: 'Brno' },
  })
  const id = await contact({ name: 'John Smith', email: 'john@smith.test', companyId: company.id })
  const order = await acme.owner.call(createOrder, {
    body: { number: 'Smith-77', contactId: id, placedAt: '2026-01-01T00:00:00Z', currency: 'EUR', amount: 100 },
  })
  const { groups } = await acme.owner.call(schema.search, { query: { q: 'smith' } })
  expect(groups).toEqual([
    {
      kind: 'contact',
      items: [{ kind: 'contact', id, title: 'John Smith', subtitle: 'john@smith.test · Smith tools' }],
    },
    {
      kind: 'company',
      items: [{ kind: 'company', id: company.id, title: 'Smith tools', subtitle: 'smith.test · Brno' }],
    },
  ])
  expect((await acme.owner.call(schema.search, { query: { q: '#SMITH-7' } })).groups).toEqual([])
  expect((await acme.owner.call(schema.search, { query: { q: 'Smith-7' } })).groups).toEqual([
    { kind: 'order', items: [{ kind: 'order', id: order.id, title: 'Smith-77', subtitle: 'John Smith' }] },
  ])
})

test('companies are found by domain, part of the name and with a slip', async () => {
  await acme.owner.call(createCompany, { body: { name: 'Kowalski & Sons', domain: 'kowalski.pl' } })
  for (const q of ['kow', 'kowalski.pl', 'sons', 'kowalsky', 'kwoalski'])
    expect(await find(q), q).toEqual(['Kowalski & Sons'])
})

test('merged contacts are found as the one that survives; those in the bin are not', async () => {
  const survivor = await contact({ name: 'Justin Trudeau' })
  const nickname = await contact({ name: 'Prime Minister', email: 'pm@example.ca' })
  const binned = await contact({ name: 'Justin Binned', email: 'binned@example.ca' })
  await acme.owner.call(contactEndpoints.delete, { params: { id: binned } })
  await markMerged({ db: t.app.db, workspaceId: acme.id }, nickname, survivor)
  expect(await find('just')).toEqual(['Justin Trudeau'])
  expect(await find('pm@exam')).toEqual(['Justin Trudeau'])
  expect(await find('prime')).toEqual([])
  expect(await find('binned@')).toEqual([])
})

test('a fragment that is everywhere is answered from the names', async () => {
  const names = Array.from({ length: 6000 }, (_, n) => `Person ${String(n).padStart(4, '0')} of Somewhere`)
  for (let at = 0; at < names.length; at += 1000) {
    await acme.owner.request('POST', '/api/v1/contacts/bulk', {
      items: names.slice(at, at + 1000).map(name => ({ name })),
    })
  }
  expect(await find('somewhere', 3)).toEqual(names.slice(0, 3))
  expect(await find('5999 of some')).toEqual([names[5999]])
})

describe('nobody finds what is not theirs to see', () => {
  beforeEach(async () => {
    const company = await acme.owner.call(createCompany, { body: { name: 'Zebra tools', domain: 'zebra.test' } })
    const id = await contact({ name: 'Zebra Crossing', email: 'zebra@example.com', companyId: company.id })
    await acme.owner.call(createOrder, {
      body: { number: 'ZEBRA-1', contactId: id, placedAt: '2026-01-01T00:00:00Z', currency: 'EUR', amount: 100 },
    })
  })
  const queries = ['z', 'zebra', 'zebra@example.com', 'ZEBRA-1', 'ebra', 'zerba', 'zebru', 'zebra.test']

  test('of another workspace', async () => {
    const beta = await t.aWorkspace()
    for (const q of queries) expect(await find(q, 6, beta.owner), q).toEqual([])
  })

  test('by the record rule, while own records and those of own teams are found', async () => {
    const seller = await acme.aMember('member')
    await acme.limit('member')
    for (const q of queries) expect(await find(q, 6, seller.client), q).toEqual([])
    const teamId = (await acme.owner.request('POST', '/api/v1/teams', { name: 'Sellers', memberIds: [seller.id] })).body
      .id
    await seller.client.call(createContact, { body: { name: 'Zebra Own', email: 'own@zebra.test' } })
    await contact({ name: 'Zebra Team', email: 'team@zebra.test', teamId })
    for (const q of ['zebra', 'zebr', 'zeb', 'ebra', 'zerba', 'zebru'])
      expect((await find(q, 6, seller.client)).sort(), q).toEqual(['Zebra Own', 'Zebra Team'])
    expect(await find('team@z', 6, seller.client)).toEqual(['Zebra Team'])
  })

  test('by the scopes of an API key', async () => {
    const kinds = async (scopes: string[]) =>
      (await (await acme.anApiKey(scopes)).call(schema.search, { query: { q: 'zebra' } })).groups.map(
        group => group.kind,
      )
    expect(await kinds(['contacts:read', 'companies:read', 'orders:read'])).toEqual(['contact', 'company'])
    expect(await kinds(['companies:read'])).toEqual(['company'])
    expect(await kinds(['notes:read'])).toEqual([])
  })
})
