import { beforeEach, describe, expect, test } from 'vitest'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import { createContact, listContacts } from '../contacts/schema.ts'
import { stepsOf } from './imports.fixture.ts'
import * as schema from './schema.ts'
import { tryUpload, upload } from './upload.fixture.ts'

const t = await aTestApp({ LOG_LEVEL: 'error' })
let acme: TestWorkspace
let steps: ReturnType<typeof stepsOf>

beforeEach(async () => {
  acme = await t.aWorkspace()
  steps = stepsOf(t, acme)
})

const people = 'id,name,email\n1,Ann,ann@example.com\n2,Bob,not-an-address\n'
const names = async () => (await acme.owner.call(listContacts, {})).items.map(contact => contact.name).sort()

describe('uploading', () => {
  test('tells what the file holds and imports nothing', async () => {
    const draft = await steps.draft('shop customers (2).csv', people)
    expect(draft).toMatchObject({
      object: 'contacts',
      source: 'shop',
      status: 'draft',
      fileSize: people.length,
      missing: [],
      progress: null,
      check: null,
      result: null,
      undo: null,
      columns: [{ name: 'id', samples: ['1', '2'] }, { name: 'name' }, { name: 'email' }],
      mapping: [{ target: 'externalId' }, { target: 'name' }, { target: 'email' }],
      options: { currency: 'EUR', timeZone: 'Europe/Prague', country: 'CZ', update: 'all' },
    })
    expect(draft.targets.map(target => target.key)).toContain('handle.linkedin')
    expect(await names()).toEqual([])
  })

  test.each([
    ['UTF-16 LE', Buffer.from('\ufeffname;email\nŽofie;z@example.com\n', 'utf16le'), 'Žofie'],
    ['UTF-16 BE', Buffer.from('\ufeffname;email\nŽofie;z@example.com\n', 'utf16le').swap16(), 'Žofie'],
    ['UTF-8 with a mark', Buffer.from('\ufeffname;email\nŽofie;z@example.com\n'), 'Žofie'],
    ['Windows-1252', Buffer.from('name;email\nJosé;z@example.com\n', 'latin1'), 'José'],
  ])('%s', async (_, content, name) => {
    await steps.import('x.csv', content)
    expect(await names()).toEqual([name])
  })

  test.each([
    [
      422,
      'This file holds deals exported from HubSpot',
      'deals.csv',
      'Record ID,Deal Name,Pipeline,Deal Stage\n1,A,B,C\n',
    ],
    [422, 'This is a packed file', 'a.csv', 'PK\u0003\u0004rest'],
    [400, 'The file is empty', 'a.csv', ''],
    [400, 'The file is empty', 'a.csv', '\n \n'],
  ])('answers %i: %s', async (status, detail, name, content) => {
    const answer = await tryUpload(acme.owner, name, content)
    expect(answer.status).toBe(status)
    expect(answer.body.detail).toContain(detail)
    expect((await acme.owner.call(schema.listImports, {})).items).toEqual([])
    expect(await t.app.db.selectFrom('files').select('id').where('workspaceId', '=', acme.id).execute()).toEqual([])
  })

  test('a mapping that was used is found again by the headings', async () => {
    const first = await steps.draft('a.csv', 'kod;popisek\n1;Ann\n')
    await steps.change(first.id, {
      object: 'contacts',
      source: 'till',
      mapping: [{ target: 'externalId' }, { target: 'name' }],
    })
    await steps.run(first.id)
    expect(await steps.draft('b.csv', 'Kod;POPISEK\n2;Bob\n')).toMatchObject({
      object: 'contacts',
      source: 'till',
      mapping: [{ target: 'externalId' }, { target: 'name' }],
    })
  })
})

describe('changing', () => {
  test('another object or dialect proposes anew', async () => {
    const { id } = await steps.draft('a.csv', 'name;domain\nAcme;acme.com\n')
    expect(await steps.change(id, { object: 'contacts' })).toMatchObject({
      object: 'contacts',
      mapping: [{ target: 'name' }, { target: 'companyDomain' }],
    })
    expect(await steps.change(id, { dialect: { delimiter: ',' } })).toMatchObject({
      columns: [{ name: 'name;domain' }],
    })
    expect(await steps.change(id, { dialect: { delimiter: ';', hasHeader: false } })).toMatchObject({
      columns: [{ name: 'Column 1' }, { name: 'Column 2' }],
    })
  })

  test.each([
    [{ mapping: [null] }, 'mapping'],
    [{ mapping: [{ target: 'nothing' }, null, null] }, 'mapping.0.target'],
    [{ mapping: [{ target: 'name' }, { target: 'name' }, null] }, 'mapping.1.target'],
    [{ mapping: [{ target: 'fields.none' }, null, null] }, 'mapping.0.target'],
    [{ mapping: [{ target: 'fields.x', label: 'X', type: 'contact' as const }, null, null] }, 'mapping.0.type'],
    [{ options: { ownerId: '00000000-0000-7000-8000-000000000000' } }, 'options.ownerId'],
    [{ source: 'With Spaces' }, 'source'],
    [{ workspaceId: 'x' }, 'workspaceId'],
  ])('refuses %j', async (body, path) => {
    const { id } = await steps.draft('a.csv', people)
    const answer = await acme.owner.try(schema.changeImport, { params: { id }, body: body as schema.ImportPatch })
    expect(answer.status).toBe(400)
    expect(answer.body.fields[0].path).toBe(path)
  })

  test('nothing runs before what it needs is mapped', async () => {
    const { id } = await steps.draft('a.csv', people)
    expect((await steps.change(id, { mapping: [null, null, null] })).missing).toHaveLength(1)
    for (const endpoint of [schema.checkImport, schema.runImport])
      expect((await acme.owner.try(endpoint, { params: { id } })).status).toBe(422)
  })
})

test('the rows that were refused come as a CSV with the reason, which is imported again once it is right', async () => {
  const { id } = await steps.import('a.csv', 'name,email\n=cmd(),not-an-address\nBob,bob@example.com\n')
  const page = await acme.owner.call(schema.listImportErrors, { params: { id }, query: { limit: 1 } })
  expect(page).toEqual({
    items: [
      {
        row: 2,
        isRefused: true,
        reason: expect.stringContaining('email: “not-an-address”'),
        cells: ['=cmd()', 'not-an-address'],
      },
    ],
    nextCursor: null,
  })
  const csv = await acme.owner.request('GET', `/api/v1/imports/${id}/errors?format=csv`)
  expect(csv.headers['content-type']).toContain('text/csv')
  expect(csv.body).toContain("name,email,Row,Imported,Reason\n'=cmd(),not-an-address,2,no,")
  const corrected = (csv.body as string).replace('not-an-address', 'c@example.com')
  await steps.import('a problems.csv', corrected)
  expect(await t.app.db.selectFrom('fields').select('key').where('workspaceId', '=', acme.id).execute()).toEqual([])
  expect(await names()).toEqual(['=cmd()', 'Bob'])
})

test('a cell that an export has defused stays so in them, and is read back as it was', async () => {
  const { id } = await steps.import('a.csv', "name,email\n'=cmd(),not-an-address\n''=cmd(),neither\n")
  const { body } = await acme.owner.request('GET', `/api/v1/imports/${id}/errors?format=csv`)
  await steps.import('a problems.csv', (body as string).replace(/not-an-address|neither/g, ''))
  expect((await names()).sort()).toEqual(["'=cmd()", '=cmd()'])
})

test('the preview shows rows as they will be understood', async () => {
  const { id } = await steps.draft(
    'orders.csv',
    'order,date,total,email\nA1,1.2.2024,"1 250,50",Ann@Example.com\nA2,x,5,\n',
  )
  const { items } = await acme.owner.call(schema.previewImport, { params: { id } })
  expect(items[0]!.values).toEqual(
    expect.arrayContaining([
      { target: 'amount', label: 'Amount', value: '€1,250.50' },
      { target: 'placedAt', label: 'Date', value: '2024-01-31T23:00:00.000Z' },
      { target: 'customerEmail', label: 'Customer e-mail', value: 'ann@example.com' },
    ]),
  )
  expect(items[1]!.problems).toMatchObject([{ column: 'date' }])
})

test('notes find their contacts, and make them where they may', async () => {
  await acme.owner.call(createContact, { body: { name: 'Ann', email: 'ann@example.com' } })
  const text =
    'email,note,created at,author\nANN@example.com,Called her,1.2.2024,Olga Owner\nnew@example.com,Wrote,2.2.2024,\n,Nobody,,\n'
  const done = await steps.import('notes.csv', text)
  expect(done).toMatchObject({
    object: 'notes',
    result: { rows: { created: 2, refused: 1 }, records: { notes: { created: 2 }, contacts: { created: 1 } } },
  })
  expect((await steps.import('notes.csv', text)).result!.rows).toMatchObject({ created: 0, unchanged: 2 })
  const strict = await steps.import('notes.csv', 'email,note,created at,author\nother@example.com,Text,,\n', {
    options: { createContacts: false },
  })
  expect(strict.result!.rows).toMatchObject({ created: 0, refused: 1 })
  expect((await steps.undo(done.id)).undo).toMatchObject({ removed: { notes: 2, contacts: 1 } })
  expect(await names()).toEqual(['Ann'])
})

test('an option that no kind of record asks for is refused, and so is an answer that is neither yes nor no', async () => {
  const { id } = await steps.draft('people.csv', people)
  for (const options of [{ createPlanets: true }, { createCompanies: 'some' }]) {
    const answer = await acme.owner.try(schema.changeImport, { params: { id }, body: { options } })
    expect(answer).toMatchObject({ status: 400, body: { fields: [{ path: `options.${Object.keys(options)[0]}` }] } })
  }
})

describe('who may', () => {
  test('only managers, and nobody who sees only their own records', async () => {
    const member = await acme.aMember('member')
    expect((await tryUpload(member.client, 'a.csv', people)).status).toBe(403)
    const manager = await acme.aMember('manager')
    const { id } = await upload(manager.client, 'a.csv', people)
    await acme.limit('manager')
    const limited = await acme.aMember('manager')
    expect((await tryUpload(limited.client, 'a.csv', people)).status).toBe(403)
    expect((await limited.client.try(schema.getImport, { params: { id } })).status).toBe(403)
  })

  test('another workspace finds nothing', async () => {
    const { id } = await steps.draft('a.csv', people)
    const other = await t.aWorkspace()
    const params = { id }
    for (const answer of [
      await other.owner.try(schema.getImport, { params }),
      await other.owner.try(schema.changeImport, { params, body: {} }),
      await other.owner.try(schema.previewImport, { params }),
      await other.owner.try(schema.checkImport, { params }),
      await other.owner.try(schema.runImport, { params }),
      await other.owner.try(schema.undoImport, { params }),
      await other.owner.try(schema.deleteImport, { params }),
      await other.owner.try(schema.listImportErrors, { params }),
    ])
      expect(answer.status).toBe(404)
    expect((await other.owner.call(schema.listImports, {})).items).toEqual([])
  })
})

test('a draft is deleted with its file; what has run must be undone before', async () => {
  const draft = await steps.draft('a.csv', people)
  await acme.owner.call(schema.deleteImport, { params: { id: draft.id } })
  expect((await acme.owner.try(schema.getImport, { params: { id: draft.id } })).status).toBe(404)
  expect(await t.app.db.selectFrom('files').select('id').where('workspaceId', '=', acme.id).execute()).toEqual([])
  const done = await steps.import('a.csv', people)
  for (const endpoint of [schema.deleteImport, schema.runImport, schema.checkImport])
    expect((await acme.owner.try(endpoint, { params: { id: done.id } })).status).toBe(409)
  await steps.undo(done.id)
  await acme.owner.call(schema.deleteImport, { params: { id: done.id } })
})
