import { beforeEach, describe, expect, test } from 'vitest'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import * as schema from './schema.ts'

const t = await aTestApp()
let acme: TestWorkspace

beforeEach(async () => {
  acme = await t.aWorkspace()
})

const marta = { firstName: 'Marta', lastName: 'Nováková', email: 'Marta@Example.com', phone: '777 123 456' }

describe('creating', () => {
  test('normalises handles and keeps the original', async () => {
    const contact = await acme.owner.call(schema.createContact, { body: marta })
    expect(contact).toMatchObject({
      name: 'Marta Nováková',
      email: 'marta@example.com',
      phone: '+420777123456',
      lifecycle: 'lead',
      ownerId: acme.ownerId,
    })
    expect(contact.handles).toMatchObject([
      { kind: 'email', value: 'Marta@Example.com', normal: 'marta@example.com', isPrimary: true },
      { kind: 'phone', value: '777 123 456', normal: '+420777123456', isPrimary: true },
    ])
  })

  test('refuses a handle that identifies somebody else, naming them', async () => {
    const first = await acme.owner.call(schema.createContact, { body: marta })
    const answer = await acme.owner.try(schema.createContact, { body: { name: 'Other', email: 'MARTA@example.com' } })
    expect(answer.status).toBe(409)
    expect(answer.body).toMatchObject({ code: 'conflict', contactId: first.id })
    expect(answer.body.detail).toContain('Marta Nováková')
  })

  test('asks for the value of a handle that has none', async () => {
    const body = { name: 'A', handles: [{ kind: 'email' as const, value: ' ' }] }
    const answer = await acme.owner.try(schema.createContact, { body })
    expect(answer.body.fields).toEqual([{ path: 'handles.0.value', message: 'Write something here.' }])
  })

  test.each([
    [{}, 'name'],
    [{ name: 'A', email: 'nonsense' }, 'email'],
    [{ name: 'A', phone: '12' }, 'phone'],
    [{ name: 'A\r\nBcc: b@c.d' }, 'name'],
    [{ name: 'A', workspaceId: '00000000-0000-7000-8000-000000000000' }, 'workspaceId'],
    [{ name: 'A', fields: { nothing: 1 } }, 'fields.nothing'],
  ])('refuses %j naming %s', async (body, path) => {
    const answer = await acme.owner.try(schema.createContact, { body })
    expect(answer.status).toBe(400)
    expect(answer.body.fields[0].path).toBe(path)
  })
})

describe('changing', () => {
  test('records what was before and after, and nothing when nothing differs', async () => {
    const { id, version } = await acme.owner.call(schema.createContact, { body: marta })
    await acme.owner.call(schema.changeContact, { params: { id }, body: { jobTitle: 'Buyer', version } })
    const again = await acme.owner.call(schema.changeContact, { params: { id }, body: { jobTitle: 'Buyer' } })
    expect(again).toMatchObject({ jobTitle: 'Buyer', version: version + 1 })
    const events = await t.app.db
      .selectFrom('events')
      .select(['kind', 'data'])
      .where('workspaceId', '=', acme.id)
      .where('contactId', '=', id)
      .orderBy('id')
      .execute()
    expect(events).toMatchObject([
      { kind: 'contact.created' },
      { kind: 'contact.changed', data: { changes: { jobTitle: [null, 'Buyer'] } } },
    ])
  })

  test('refuses a version that is no longer current', async () => {
    const { id, version } = await acme.owner.call(schema.createContact, { body: marta })
    await acme.owner.call(schema.changeContact, { params: { id }, body: { city: 'Brno', version } })
    const late = await acme.owner.try(schema.changeContact, { params: { id }, body: { city: 'Praha', version } })
    expect(late.status).toBe(409)
  })

  test('a new e-mail becomes the primary one and the old one stays a handle', async () => {
    const { id } = await acme.owner.call(schema.createContact, { body: marta })
    const changed = await acme.owner.call(schema.changeContact, { params: { id }, body: { email: 'new@example.com' } })
    expect(changed.email).toBe('new@example.com')
    expect(
      changed.handles.filter(handle => handle.kind === 'email').map(handle => [handle.normal, handle.isPrimary]),
    ).toEqual([
      ['new@example.com', true],
      ['marta@example.com', false],
    ])
  })
})

describe('the bin', () => {
  test('frees the handles, and taking out again gives back what nobody else took', async () => {
    const { id } = await acme.owner.call(schema.createContact, { body: marta })
    await acme.owner.call(schema.contactEndpoints.delete, { params: { id } })
    const other = await acme.owner.call(schema.createContact, { body: { name: 'Other', email: marta.email } })
    const restored = await acme.owner.call(schema.contactEndpoints.restore, { params: { id } })
    expect(restored.handles.map(handle => [handle.kind, handle.isIdentifying])).toEqual([
      ['email', false],
      ['phone', true],
    ])
    const list = await acme.owner.call(schema.listContacts, { query: { total: 'true' } })
    expect(list.items.map(item => item.id).sort()).toEqual([id, other.id].sort())
    expect(list.total).toEqual({ count: 2, isEstimate: false })
  })

  test('gives a handle that several had back to whoever was deleted last', async () => {
    const ids: string[] = []
    for (const name of ['First', 'Last']) {
      const { id } = await acme.owner.call(schema.createContact, { body: { name, email: marta.email } })
      await acme.owner.call(schema.contactEndpoints.delete, { params: { id } })
      t.clock.advance(1000)
      ids.push(id)
    }
    await acme.owner.call(schema.contactEndpoints.restoreMany, { body: { ids } })
    const contacts = await Promise.all(ids.map(id => acme.owner.call(schema.getContact, { params: { id } })))
    expect(contacts.map(({ handles }) => handles.map(({ isIdentifying }) => isIdentifying))).toEqual([[false], [true]])
  })
})

describe('lists', () => {
  test('page by key in both directions without gaps or repeats', async () => {
    const items = Array.from({ length: 25 }, (_, index) => ({ name: `Person ${String(index % 7)}` }))
    await acme.owner.call(schema.contactEndpoints.save, { body: { items } })
    for (const sort of ['name', '-name', '-createdAt', 'lastTouchAt', '-netAmount']) {
      const seen: string[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const page: { items: { id: string }[]; nextCursor: string | null } = await acme.owner.call(
          schema.listContacts,
          { query: { limit: 4, sort, ...(cursor ? { cursor } : {}) } },
        )
        seen.push(...page.items.map(item => item.id))
        cursor = page.nextCursor
      }
      expect(new Set(seen).size, sort).toBe(25)
      expect(seen).toHaveLength(25)
    }
  })

  test('find by part of a name without accents, by phone fragment and by e-mail', async () => {
    const { id } = await acme.owner.call(schema.createContact, { body: marta })
    await acme.owner.call(schema.createContact, { body: { name: '田中 花子', email: 'hanako@example.jp' } })
    for (const q of ['novak', 'NOVÁK', '777 123', 'rta@exam', 'ma']) {
      const page = await acme.owner.call(schema.listContacts, { query: { q } })
      expect(
        page.items.map(item => item.id),
        q,
      ).toEqual([id])
    }
    expect((await acme.owner.call(schema.listContacts, { query: { q: '田中' } })).items).toHaveLength(1)
  })

  test('find what holds every word, in any order and without the commas between them', async () => {
    const name = 'Aaliyah von und zu Hill-Überlangen'
    await acme.owner.call(schema.createContact, { body: { name, email: 'aaliyah@example.com' } })
    await acme.owner.call(schema.createContact, { body: { name: 'Hill Street' } })
    for (const q of ['Aaliyah Hill', 'Hill, Aaliyah', 'uberlangen (aaliyah@example.com)', 'aaliyah zu']) {
      const { items } = await acme.owner.call(schema.listContacts, { query: { q } })
      expect([q, items.map(item => item.name)]).toEqual([q, [name]])
    }
    expect((await acme.owner.call(schema.listContacts, { query: { q: 'Aaliyah Street' } })).items).toEqual([])
  })

  test.each([
    ['sort', 'sort=password'],
    ['filter[nothing]', 'filter[nothing]=1'],
    ['filter[ownerId]', "filter[ownerId]=1'; drop table"],
    ['cursor', 'cursor=abc'],
    ['wrong', 'wrong=1'],
  ])('refuse %s', async (path, query) => {
    const answer = await acme.owner.request('GET', `/api/v1/contacts?${query}`)
    expect(answer.status).toBe(400)
    expect(answer.body.fields[0].path).toBe(path)
  })

  test('the record rule hides what is not own or of a team', async () => {
    const seller = await acme.aMember('member')
    await acme.limit('member')
    const foreign = await acme.owner.call(schema.createContact, { body: marta })
    const own = await seller.client.call(schema.createContact, { body: { name: 'Own' } })
    const list = await seller.client.call(schema.listContacts, {})
    expect(list.items.map(item => item.id)).toEqual([own.id])
    for (const answer of [
      await seller.client.try(schema.getContact, { params: { id: foreign.id } }),
      await seller.client.try(schema.changeContact, { params: { id: foreign.id }, body: { name: 'x' } }),
      await seller.client.try(schema.contactEndpoints.delete, { params: { id: foreign.id } }),
      await seller.client.try(schema.contactEndpoints.deleteMany, { body: { ids: [own.id, foreign.id] } }),
    ])
      expect(answer.status).toBe(404)
  })
})

describe('bulk', () => {
  test('gives a result for each row and keeps the good ones', async () => {
    const { items } = await acme.owner.call(schema.contactEndpoints.save, {
      body: {
        items: [
          { name: 'One', email: 'one@example.com' },
          { name: 'Two', email: 'one@example.com' },
          { name: 'Three', email: 'wrong' },
        ],
      },
    })
    expect(items.map(item => item.status)).toEqual(['created', 'failed', 'failed'])
    expect(items[2]!.error!.fields![0]!.path).toBe('email')
    expect(items[1]!.error!.reason).toBe('platform.uniques.taken')
  })
})

test('a repeated Idempotency-Key gives the same answer and makes one contact', async () => {
  const headers = { 'idempotency-key': 'k1' }
  const first = await acme.owner.try(schema.createContact, { body: marta, headers })
  const second = await acme.owner.try(schema.createContact, { body: marta, headers })
  expect([first.status, second.status]).toEqual([201, 201])
  expect(second.body).toEqual(first.body)
  expect((await acme.owner.try(schema.createContact, { body: { name: 'Else' }, headers })).status).toBe(422)
})

test('an export defuses formula cells', async () => {
  await acme.owner.call(schema.createContact, { body: { name: '=cmd()', email: 'a@example.com' } })
  const answer = await acme.owner.try(schema.contactEndpoints.export, { query: { format: 'csv' } })
  expect(answer.body).toContain("'=cmd()")
  const lines = await acme.owner.try(schema.contactEndpoints.export, { query: { format: 'jsonl' } })
  expect(JSON.parse(lines.body.trim())).toMatchObject({ name: '=cmd()' })
  const card = await acme.owner.try(schema.contactEndpoints.export, { query: { format: 'vcard' } })
  expect(card.body).toContain('FN:=cmd()')
})
