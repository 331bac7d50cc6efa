import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import * as contacts from '../contacts/schema.ts'
import * as fields from '../fields/schema.ts'
import { normalizeDomain } from './company.ts'
import * as schema from './schema.ts'

const t = await aTestApp()
let acme: TestWorkspace

beforeEach(async () => {
  acme = await t.aWorkspace()
})

const aCompany = (body: schema.CompanyInput | { name: string }) => acme.owner.call(schema.createCompany, { body })
const named = (page: { items: { name: string }[] }) => page.items.map(item => item.name)

describe('domains', () => {
  test.each([
    ['Example.COM', 'example.com'],
    ['https://www.example.com/about?x=1#y', 'example.com'],
    ['http://user:secret@shop.example.com:8080', 'shop.example.com'],
    ['info@example.co.uk', 'example.co.uk'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['www.com', 'www.com'],
    ['example.com.', 'example.com'],
    ['  ', null],
    [null, null],
  ])('%s is %s', (given, domain) => {
    expect(normalizeDomain(given)).toBe(domain)
  })

  test.each([
    'localhost',
    '10.0.0.1',
    'no spaces.example',
    'example',
    '-a.example',
    'a..example',
    `${'a'.repeat(64)}.example`,
  ])('%s is none', given => {
    expect(() => normalizeDomain(given)).toThrow('is not a domain')
  })
})

describe('creating', () => {
  test('normalises and records', async () => {
    const company = await aCompany({
      name: 'Žižkov s.r.o.',
      domain: 'https://www.Zizkov.cz/',
      phone: '777 123 456',
      employees: 12,
      country: 'CZ',
    })
    expect(company).toMatchObject({
      name: 'Žižkov s.r.o.',
      domain: 'zizkov.cz',
      phone: '+420777123456',
      ownerId: acme.ownerId,
      parent: null,
      children: [],
      contacts: { count: 0, isCapped: false },
      facts: { orders: 0, lastTouchAt: null },
    })
    const events = await t.app.db
      .selectFrom('events')
      .select(['kind', 'companyId', 'contactId'])
      .where('workspaceId', '=', acme.id)
      .execute()
    expect(events).toEqual([{ kind: 'company.created', companyId: company.id, contactId: null }])
  })

  test('a domain and a source id belong to one company, which the refusal names', async () => {
    const first = await aCompany({ name: 'First', domain: 'first.example', source: 'hubspot', sourceId: '7' })
    for (const body of [
      { name: 'Other', domain: 'http://FIRST.example' },
      { name: 'Other', source: 'hubspot', sourceId: '7' },
    ]) {
      const answer = await acme.owner.try(schema.createCompany, { body })
      expect(answer).toMatchObject({ status: 409, body: { companyId: first.id } })
      expect(answer.body.detail).toContain('First')
    }
  })

  test.each([
    [{}, 'name'],
    [{ name: ' ' }, 'name'],
    [{ name: 'A', domain: 'nonsense' }, 'domain'],
    [{ name: 'A', employees: -1 }, 'employees'],
    [{ name: 'A', country: 'Czechia' }, 'country'],
    [{ name: 'A', workspaceId: '00000000-0000-7000-8000-000000000000' }, 'workspaceId'],
    [{ name: 'A', fields: { nothing: 1 } }, 'fields.nothing'],
  ])('refuses %j naming %s', async (body, path) => {
    const answer = await acme.owner.try(schema.createCompany, { body: body as never })
    expect([answer.status, answer.body.fields[0].path]).toEqual([400, path])
  })

  test('owner, team and parent must be of this workspace', async () => {
    const beta = await t.aWorkspace()
    const foreign = await beta.owner.call(schema.createCompany, { body: { name: 'Foreign' } })
    for (const [key, value] of [
      ['ownerId', beta.ownerId],
      ['teamId', foreign.id],
      ['parentId', foreign.id],
    ] as const) {
      const answer = await acme.owner.try(schema.createCompany, { body: { name: 'A', [key]: value } })
      expect([answer.status, answer.body.fields[0].path]).toEqual([422, key])
    }
    expect((await acme.owner.call(schema.listCompanies, {})).items).toEqual([])
  })
})

describe('changing', () => {
  test('records what differs, and refuses a version that is no longer current', async () => {
    const { id, version } = await aCompany({ name: 'A', city: 'Brno' })
    const changed = await acme.owner.call(schema.changeCompany, {
      params: { id },
      body: { name: 'B', city: 'Brno', employees: 0, version },
    })
    expect(changed).toMatchObject({ name: 'B', employees: 0, version: version + 1 })
    await acme.owner.call(schema.changeCompany, { params: { id }, body: { name: 'B' } })
    const { data } = await t.app.db
      .selectFrom('events')
      .select('data')
      .where('workspaceId', '=', acme.id)
      .where('kind', '=', 'company.changed')
      .executeTakeFirstOrThrow()
    expect(data).toEqual({ changes: { name: ['A', 'B'], employees: [null, 0] } })
    expect(
      (await acme.owner.try(schema.changeCompany, { params: { id }, body: { city: 'Praha', version } })).status,
    ).toBe(409)
    expect(named(await acme.owner.call(schema.listCompanies, { query: { q: 'b' } }))).toEqual(['B'])
  })

  test('parents make no circle, whoever closes it', async () => {
    const [a, b, c] = [await aCompany({ name: 'A' }), await aCompany({ name: 'B' }), await aCompany({ name: 'C' })]
    const setParent = (id: string, parentId: string | null) =>
      acme.owner.try(schema.changeCompany, { params: { id }, body: { parentId } })
    expect((await setParent(b.id, a.id)).status).toBe(200)
    expect((await setParent(c.id, b.id)).body.parent).toMatchObject({ id: b.id, name: 'B' })
    for (const parentId of [a.id, b.id, c.id])
      expect(await setParent(a.id, parentId)).toMatchObject({ status: 422, body: { fields: [{ path: 'parentId' }] } })
    expect((await acme.owner.call(schema.getCompany, { params: { id: a.id } })).children).toMatchObject([{ name: 'B' }])
    expect((await setParent(b.id, null)).body.parent).toBeNull()
    const answers = await Promise.all([setParent(a.id, b.id), setParent(b.id, a.id)])
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 422])
  })
})

test('shows its contacts, its facts and only those relatives that the actor may see', async () => {
  const seller = await acme.aMember('member')
  await acme.limit('member')
  const parent = await aCompany({ name: 'Parent' })
  const mine = await aCompany({ name: 'Mine', ownerId: seller.id, parentId: parent.id })
  await aCompany({ name: 'Child', parentId: mine.id })
  await acme.owner.call(contacts.createContact, { body: { name: 'Hidden', companyId: mine.id } })
  await acme.owner.call(contacts.createContact, { body: { name: 'Seen', companyId: mine.id, ownerId: seller.id } })
  const whole = await acme.owner.call(schema.getCompany, { params: { id: mine.id } })
  expect(whole).toMatchObject({ parent: { name: 'Parent' }, children: [{ name: 'Child' }], contacts: { count: 2 } })
  const part = await seller.client.call(schema.getCompany, { params: { id: mine.id } })
  expect(part).toMatchObject({ parent: null, children: [], contacts: { count: 1 } })
  expect(named(await seller.client.call(schema.listCompanies, {}))).toEqual(['Mine'])
  for (const answer of [
    await seller.client.try(schema.getCompany, { params: { id: parent.id } }),
    await seller.client.try(schema.changeCompany, { params: { id: parent.id }, body: { name: 'x' } }),
    await seller.client.try(schema.companyEndpoints.deleteMany, { body: { ids: [mine.id, parent.id] } }),
    await seller.client.try(schema.companyEndpoints.save, { body: { items: [{ id: parent.id, name: 'x' }] } }),
  ])
    expect(answer.status).toBe(404)
  const ofCompany = await acme.owner.call(contacts.listContacts, { query: { 'filter[companyId]': mine.id } })
  expect(named(ofCompany)).toEqual(['Hidden', 'Seen'])
})

describe('the bin', () => {
  test('frees the domain; taking out again gives back what nobody else took', async () => {
    const { id } = await aCompany({ name: 'Old', domain: 'taken.example' })
    const other = await aCompany({ name: 'Same', domain: 'free.example' })
    expect(await acme.owner.call(schema.companyEndpoints.deleteMany, { body: { ids: [id, other.id] } })).toEqual({
      count: 2,
    })
    expect(named(await acme.owner.call(schema.companyEndpoints.listDeleted, {})).sort()).toEqual(['Old', 'Same'])
    await aCompany({ name: 'New', domain: 'taken.example' })
    expect(await acme.owner.call(schema.companyEndpoints.restoreMany, { body: { ids: [id, other.id] } })).toEqual({
      count: 2,
    })
    expect((await acme.owner.call(schema.getCompany, { params: { id } })).domain).toBeNull()
    expect((await acme.owner.call(schema.getCompany, { params: { id: other.id } })).domain).toBe('free.example')
  })

  test('two with one domain come out together: the later deleted one keeps it', async () => {
    const first = await aCompany({ name: 'First', domain: 'same.example' })
    await acme.owner.call(schema.companyEndpoints.delete, { params: { id: first.id } })
    t.clock.advance(1000)
    const second = await aCompany({ name: 'Second', domain: 'same.example' })
    await acme.owner.call(schema.companyEndpoints.delete, { params: { id: second.id } })
    await acme.owner.call(schema.companyEndpoints.restoreMany, { body: { ids: [first.id, second.id] } })
    const domains = await Promise.all(
      [first, second].map(({ id }) => acme.owner.call(schema.getCompany, { params: { id } })),
    )
    expect(domains.map(company => company.domain)).toEqual([null, 'same.example'])
  })
})

describe('lists', () => {
  test('page by key in both directions without gaps or repeats', async () => {
    await acme.owner.call(schema.companyEndpoints.save, {
      body: { items: Array.from({ length: 11 }, (_, index) => ({ name: `Company ${index % 3}` })) },
    })
    for (const sort of ['name', '-name', '-createdAt', '-netAmount', 'lastTouchAt']) {
      const seen: string[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const page: { items: { id: string }[]; nextCursor: string | null } = await acme.owner.call(
          schema.listCompanies,
          { query: { limit: 3, sort, ...(cursor ? { cursor } : {}) } },
        )
        seen.push(...page.items.map(item => item.id))
        cursor = page.nextCursor
      }
      expect([sort, seen.length, new Set(seen).size]).toEqual([sort, 11, 11])
    }
  })

  test('page by times that differ in microseconds only', async () => {
    for (const name of ['A', 'B', 'C']) await aCompany({ name })
    await sql`update companies set created_at = created_at + (ascii(name) || ' microseconds')::interval where workspace_id = ${acme.id}`.execute(
      t.app.db,
    )
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: { items: { name: string }[]; nextCursor: string | null } = await acme.owner.call(
        schema.listCompanies,
        {
          query: { limit: 1, sort: '-createdAt', ...(cursor ? { cursor } : {}) },
        },
      )
      seen.push(...named(page))
      cursor = page.nextCursor
    }
    expect(seen).toEqual(['C', 'B', 'A'])
  })

  test.each([
    ['q=zizk', ['Žižkov']],
    ['q=bücher', ['Books']],
    ['q=777 12', ['Žižkov']],
    ['filter[employees][gte]=100', ['Books']],
    ['filter[employees][gt]=99.5', ['Books']],
    ['filter[country]=CZ', ['Žižkov']],
    ['filter[domain][contains]=zizkov', ['Žižkov']],
    ['filter[fields.tier]=A', ['Books']],
    ['filter[industry][empty]=true&sort=-name', ['Žižkov', 'Books']],
  ])('find by %s', async (query, expected) => {
    await acme.owner.call(fields.createField, { body: { object: 'company', label: 'Tier', type: 'text' } })
    await aCompany({ name: 'Žižkov', domain: 'zizkov.cz', phone: '777 123 456', employees: 12, country: 'CZ' })
    await aCompany({ name: 'Books', domain: 'bücher.example', employees: 120, country: 'DE', fields: { tier: 'A' } })
    const answer = await acme.owner.request('GET', `/api/v1/companies?${encodeURI(query)}`)
    expect(named(answer.body)).toEqual(expected)
  })
})

test('bulk gives a result for each row and keeps the good ones', async () => {
  const known = await aCompany({ name: 'Known', domain: 'known.example' })
  const { items } = await acme.owner.call(schema.companyEndpoints.save, {
    body: {
      items: [
        { name: 'One', domain: 'one.example' },
        { name: 'Two', domain: 'one.example' },
        { name: 'Three', domain: 'wrong' },
        { id: known.id, city: 'Brno' },
        { domain: 'nameless.example' },
        { name: 'Four', domain: 'known.example' },
      ],
    },
  })
  expect(items.map(item => item.status)).toEqual(['created', 'failed', 'failed', 'updated', 'failed', 'failed'])
  expect(items.map(item => item.error?.fields?.[0]?.path)).toEqual([
    undefined,
    undefined,
    'domain',
    undefined,
    'name',
    undefined,
  ])
  expect(items[5]!.error!.companyId).toBe(known.id)
})

test('an export holds custom fields and defuses formula cells', async () => {
  await acme.owner.call(fields.createField, { body: { object: 'company', label: 'Tier', type: 'text' } })
  await aCompany({ name: '=cmd()', domain: 'a.example', fields: { tier: 'A' } })
  const csv = await acme.owner.try(schema.companyEndpoints.export, { query: { format: 'csv' } })
  expect(csv.body).toContain("'=cmd()")
  const lines = await acme.owner.try(schema.companyEndpoints.export, { query: { format: 'jsonl' } })
  expect(JSON.parse(lines.body)).toMatchObject({ name: '=cmd()', domain: 'a.example', 'fields.tier': 'A' })
})
