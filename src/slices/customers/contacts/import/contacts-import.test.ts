import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { inTransaction } from '../../../../platform/db/database.ts'
import { aTestApp, type TestWorkspace } from '../../../../testing/test-app.ts'
import { changeContact, createContact, getContact, listContacts } from '../../contacts/schema.ts'
import { rebuildFacts } from '../../facts/public.ts'
import { snapshot, stepsOf } from '../../imports/imports.fixture.ts'
import { hubspot } from './exports.fixture.ts'

const t = await aTestApp({ LOG_LEVEL: 'error' })
let acme: TestWorkspace
let steps: ReturnType<typeof stepsOf>

beforeEach(async () => {
  acme = await t.aWorkspace()
  steps = stepsOf(t, acme)
})

const people = async () => (await acme.owner.call(listContacts, { query: { sort: 'name' } })).items
const whole = async (name: string) =>
  acme.owner.call(getContact, { params: { id: (await people()).find(contact => contact.name === name)!.id } })

describe('whose row it is', () => {
  test('rows of one person in a file become one contact; the first row counts, later ones complete it', async () => {
    const text =
      'id,name,email,phone,city\n1,Marta Nováková,marta@example.com,,Brno\n2,M. Nováková,MARTA@example.com,777123456,Praha\n3,Marta Nováková,m2@example.com,777 123 456,\n'
    const done = await steps.import('shop.csv', text)
    expect(done.result!.rows).toEqual({ created: 1, updated: 0, unchanged: 0, repeated: 2, refused: 0 })
    expect(await whole('Marta Nováková')).toMatchObject({
      city: 'Brno',
      email: 'marta@example.com',
      phone: '+420777123456',
    })
    expect((await steps.import('shop.csv', text)).result!.rows).toEqual({
      created: 0,
      updated: 0,
      unchanged: 3,
      repeated: 0,
      refused: 0,
    })
  })

  test('people who share a phone stay apart, and the number is kept on each', async () => {
    const done = await steps.import(
      'office.csv',
      'name,email,phone\nAnna Bílá,anna@example.com,777123456\nBob Černý,bob@example.com,777123456\nAnna Bílá,,777 123 456\n',
    )
    expect(done.result!.rows).toMatchObject({ created: 2, repeated: 1 })
    const bob = await whole('Bob Černý')
    expect(bob.phone).toBe('+420777123456')
    expect(bob.handles.find(handle => handle.kind === 'phone')).toMatchObject({ isIdentifying: false, confidence: 0.5 })
  })

  test('an e-mail of somebody else is kept without identifying', async () => {
    await steps.import('shop.csv', 'id,name,email\n1,Anna,anna@example.com\n2,Bob,bob@example.com\n')
    await steps.import('shop.csv', 'id,name,email\n2,Bob,anna@example.com\n')
    const bob = await whole('Bob')
    expect(
      bob.handles.filter(handle => handle.kind === 'email').map(handle => [handle.normal, handle.isIdentifying]),
    ).toEqual([
      ['anna@example.com', false],
      ['bob@example.com', true],
    ])
  })

  test('an id that belongs to quite another person is refused', async () => {
    await steps.import('contacts.csv', 'id,name,email\n1,Anna Bílá,anna@example.com\n')
    const done = await steps.import('contacts.csv', 'id,name,email\n1,Karel Čapek,karel@example.com\n')
    expect(done.result!.rows).toMatchObject({ created: 0, refused: 1 })
    expect(done.problems[0]!.reason).toContain('belongs to Anna Bílá')
  })

  test('a contact made by hand is completed, and found by phone in any spelling', async () => {
    await acme.owner.call(createContact, { body: { name: 'Marta Nováková', phone: '+420777123456' } })
    const done = await steps.import('x.csv', 'name,phone,city\nNováková Marta,00420 777 123 456,Brno\n')
    expect(done.result!.rows).toMatchObject({ created: 0, updated: 1 })
    expect((await people())[0]).toMatchObject({ city: 'Brno' })
  })
})

describe('what becomes of contacts that are there', () => {
  const later = 'id,name,email,city,jobTitle\n1,Marta Malá,marta@new.example,Praha,\n'
  beforeEach(() => steps.import('shop.csv', 'id,name,email,city,jobTitle\n1,Marta Nováková,marta@example.com,,Buyer\n'))

  test.each([
    ['all', 'Marta Malá', 'marta@new.example', 'Praha', 'updated'],
    ['empty', 'Marta Nováková', 'marta@example.com', 'Praha', 'updated'],
    ['none', 'Marta Nováková', 'marta@example.com', null, 'unchanged'],
  ] as const)('%s', async (update, name, email, city, outcome) => {
    const { result } = await steps.import('shop.csv', later, { options: { update } })
    expect(result!.rows[outcome]).toBe(1)
    expect(await whole(name)).toMatchObject({ email, city, jobTitle: 'Buyer' })
  })

  test('the undo restores what it overwrote, and lists what was changed since', async () => {
    const before = await snapshot(t, acme)
    const done = await steps.import('shop.csv', later)
    const marta = await whole('Marta Malá')
    await acme.owner.call(changeContact, { params: { id: marta.id }, body: { city: 'Olomouc' } })
    const undone = await steps.undo(done.id)
    expect(undone.undo).toMatchObject({
      restored: 1,
      conflictCount: 1,
      conflicts: [{ object: 'contact', id: marta.id, field: 'city' }],
    })
    await acme.owner.call(changeContact, { params: { id: marta.id }, body: { city: null } })
    const after = await snapshot(t, acme)
    expect({ ...after, events: [] }).toEqual({ ...before, events: [] })
  })
})

describe('undo', () => {
  test('keeps a contact that something has happened with, without what the import gave it', async () => {
    const done = await steps.import(
      'shop.csv',
      'id,name,email,city,tags,Shoe size\n1,Marta,marta@example.com,Brno,VIP,38\n2,Jan,jan@example.com,Brno,VIP,45\n',
    )
    const { id } = await whole('Marta')
    await acme.owner.request('POST', '/api/v1/notes', { contactId: id, body: 'Called her' })
    await acme.owner.call(changeContact, { params: { id }, body: { jobTitle: 'Buyer' } })
    const undone = await steps.undo(done.id)
    expect(undone.undo).toMatchObject({
      removed: { contacts: 1, tags: 1, fields: 1 },
      keptCount: 1,
      kept: [{ object: 'contact', id, name: 'Marta', reason: 'Has a note since.' }],
    })
    expect(await whole('Marta')).toMatchObject({
      email: null,
      city: null,
      jobTitle: 'Buyer',
      tagIds: [],
      fields: {},
      handles: [],
    })
    expect((await acme.owner.call(listContacts, { query: { q: 'marta@example' } })).items).toEqual([])
  })

  test('is refused while there is nothing to undo', async () => {
    const { id } = await steps.draft('a.csv', 'name\nAnn\n')
    const answer = await acme.owner.request('POST', `/api/v1/imports/${id}/undo`)
    expect(answer.status).toBe(409)
  })
})

test('fires nothing: no delivery, no mail, and facts as a rebuild gives them', async () => {
  await steps.import('contacts.csv', hubspot)
  const count = async (table: string) =>
    (
      await sql<{
        count: number
      }>`select count(*) as count from ${sql.table(table)} x where x.workspace_id = ${acme.id}`.execute(t.app.db)
    ).rows[0]!.count
  expect([await count('event_batches'), await count('outgoing_mail'), await count('notifications')]).toEqual([0, 0, 0])
  const before = await snapshot(t, acme)
  await inTransaction(t.app, ({ db }) => rebuildFacts({ app: t.app, db, workspaceId: acme.id }, 'contact'))
  expect(await snapshot(t, acme)).toEqual(before)
  const { rows } = await sql<{
    kind: string
    occurredAt: Date
  }>`select e.kind, e.occurred_at from events e where e.workspace_id = ${acme.id} and e.kind = 'contact.created' order by e.occurred_at`.execute(
    t.app.db,
  )
  expect(rows[0]!.occurredAt.toISOString()).toBe('2024-02-01T09:00:00.000Z')
})

test('choices of a field that the import makes grow with the file', async () => {
  const colours = ['red', 'green', 'blue']
  const rows = Array.from({ length: 60 }, (_, at) => `Person ${at},${colours[at % 3]}`)
  await steps.import('x.csv', `name,Colour\n${rows.join('\n')}\nLast,Violet\n`, undefined)
  const fields = await t.app.db
    .selectFrom('fields')
    .select(['type', 'options'])
    .where('workspaceId', '=', acme.id)
    .execute()
  expect(fields).toEqual([{ type: 'choice', options: ['red', 'green', 'blue', 'Violet'] }])
})

test('the dry run says what happens over many batches with people who come again', async () => {
  const rows = Array.from({ length: 4000 }, (_, at) => {
    const person = (at * 7919) % 1700
    return `${at % 5 === 0 ? '' : person},Person ${person},${at % 3 === 0 ? '' : `p${person}@example.com`},${at % 2 === 0 && at % 30 !== 0 ? '' : `+42060${String(1000000 + person)}`},Company ${person % 40}`
  })
  const done = await steps.import('many.csv', `id,name,email,phone,company\n${rows.join('\n')}\n`)
  const { rows: counted } = done.result!
  expect(counted.created + counted.repeated).toBe(4000)
  expect(counted.created).toBeLessThan(1900)
  expect((await steps.import('many.csv', `id,name,email,phone,company\n${rows.join('\n')}\n`)).result!.rows).toEqual({
    created: 0,
    updated: 0,
    unchanged: 4000,
    repeated: 0,
    refused: 0,
  })
  expect(await steps.undo(done.id)).toMatchObject({
    undo: { removed: { contacts: counted.created, companies: 40 }, kept: [] },
  })
}, 60_000)

test('cards', async () => {
  const card = (name: string, ...lines: string[]) =>
    ['BEGIN:VCARD', 'VERSION:3.0', `FN:${name}`, ...lines, 'END:VCARD', ''].join('\r\n')
  const text =
    card('Marta Nováková', 'UID:1', 'EMAIL:marta@example.com', 'ORG:Acme', 'NOTE:Likes tea') +
    card('Jan', 'TEL:777 123 456') +
    'BEGIN:VCARD\r\nEND:VCARD\r\n'
  const done = await steps.import('friends.vcf', text)
  expect(done).toMatchObject({
    format: 'vcard',
    result: { rows: { created: 2, refused: 1 }, records: { notes: { created: 1 }, companies: { created: 1 } } },
  })
  expect((await steps.import('friends.vcf', text)).result!.rows).toMatchObject({ created: 0, refused: 1 })
})
