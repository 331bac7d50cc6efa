import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { reference } from '../../../kernel/record/column.ts'
import { createClient } from '../../../platform/db/connect.ts'
import { columnName } from '../../../platform/db/column-name.ts'
import { referencesOf, type RecordKind } from '../../../platform/record/record-kind.ts'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import {
  createContacts,
  emptyContact,
  importNamedContacts,
  personReaders,
  settleHandles,
} from '../contacts/import/public.ts'
import type { ContactDraft } from '../contacts/import/public.ts'
import { listContacts } from '../contacts/schema.ts'
import { snapshot, stepsOf } from './imports.fixture.ts'
import { importColumns, count, type ImportedRecords, type ImportTarget, type Made } from './public.ts'

/** A kind of record that no slice has: who came to the shop, and what was bought there. */
interface Visit {
  shop: string
  contact: ContactDraft
}

const words = defineMessages('test.visits', { shop: 'Shop', email: 'E-mail' })
const reasons = defineMessages('test.visit-reasons', {
  shopless: 'Has no shop.',
  visited: 'Has visited since.',
  noShop: 'Say which column is the shop.',
})

const visitImport: ImportTarget<Visit> = {
  columns: importColumns<Visit>(
    words,
    { shop: 'shop', email: 'visitor' },
    {
      shop: (visit, text) => (visit.shop = text),
      email: (visit, text, report) => personReaders.email(visit.contact, text, report),
    },
  ),
  nouns: ['visits'],
  questions: [createContacts],
  byValue: { email: 'email' },
  likeness: found => (found('visits').has('shop') ? 9 : 0),
  missing: targets => (targets.has('shop') ? [] : [say(reasons, 'noShop')]),
  empty: row => ({ shop: '', contact: emptyContact(row) }),
  settle(visit, _cells, report, rules) {
    if (visit.shop === '') report.refuse(say(reasons, 'shopless'), null)
    settleHandles(visit.contact, rules, report)
    return visit
  },
  describe: ({ shop }) => [['shop', shop]],
  async write(batch, visits) {
    const visitors = await importNamedContacts(
      batch,
      visits.map(({ contact }) => contact),
      'customer',
    )
    count(batch, 'visits', visits.length, 0)
    if (!batch.dry)
      for (const [at, { shop }] of visits.entries())
        await sql`
          insert into visits (workspace_id, id, contact_id, shop, import_id)
          values (${batch.workspaceId}, ${newId()}, ${visitors[at]!.contactId}, ${shop}, ${batch.run.importId})`.execute(
          batch.db,
        )
    return visits.map(() => ({ outcome: 'created' }))
  },
}

const importedVisits: ImportedRecords = {
  dependsOn: ['contacts'],
  async findMade({ db, workspaceId, importId }, limit) {
    const { rows } = await sql<Made>`
      select v.id, v.shop as name, case when v.shop = 'Renamed' then 'Changed since.' end as reason from visits v
      where v.workspace_id = ${workspaceId} and v.import_id = ${importId} limit ${limit}`.execute(db)
    return rows
  },
  async remove({ db }, visits) {
    await sql`delete from visits where id = any(${visits.map(({ id }) => id)}::uuid[])`.execute(db)
  },
  async keep({ db }, ids) {
    await sql`update visits set import_id = null where id = any(${ids}::uuid[])`.execute(db)
  },
}

const visits: RecordKind = {
  name: 'visit',
  table: 'visits',
  columns: { contactId: reference('contacts', []) },
  keeps: say(reasons, 'visited'),
  importTarget: visitImport,
  imported: importedVisits,
}

const t = await aTestApp()
let acme: TestWorkspace
let steps: ReturnType<typeof stepsOf>

beforeAll(async () => {
  const client = createClient(t.url, 'test')
  await client.connect()
  await client.query(`
    create table visits (workspace_id uuid not null, id uuid not null, contact_id uuid, shop text not null, import_id uuid,
      foreign key (workspace_id, contact_id) references contacts (workspace_id, id))`)
  await client.end()
  Object.assign(t.app, { records: [...t.app.records, visits] })
})
beforeEach(async () => {
  acme = await t.aWorkspace()
  steps = stepsOf(t, acme)
})

const file = 'Shop,Visitor\nMain Street,ann@example.com\nHarbour,bob@example.com\n,nobody@example.com\n'
const names = async () => (await acme.owner.call(listContacts, {})).items.map(contact => contact.name).sort()

test('a kind of record that imports know nothing of is recognised, checked, imported and undone', async () => {
  const before = await snapshot(t, acme)
  const done = await steps.import('visits 2026.csv', file)
  expect(done).toMatchObject({
    object: 'visits',
    targets: [{ key: 'shop', label: 'Shop' }, { key: 'email' }],
    questions: [{ key: 'createContacts', label: 'Create customers that rows name' }],
    hasFields: false,
    hasPhones: false,
    result: { rows: { created: 2, refused: 1 }, records: { visits: { created: 2 }, contacts: { created: 2 } } },
  })
  expect(await names()).toEqual(['ann@example.com', 'bob@example.com'])
  expect(await steps.undo(done.id)).toMatchObject({
    status: 'undone',
    undo: { removed: { visits: 2, contacts: 2 }, keptCount: 0 },
  })
  expect(await snapshot(t, acme)).toEqual(before)
})

test('what it had to keep keeps the contact too, although both came by the same import', async () => {
  const done = await steps.import('visits.csv', file)
  await sql`update visits set shop = 'Renamed' where workspace_id = ${acme.id} and shop = 'Harbour'`.execute(t.app.db)
  const undone = await steps.undo(done.id)
  expect(undone).toMatchObject({ status: 'undone', error: null, undo: { removed: { visits: 1, contacts: 1 } } })
  expect(undone.undo!.kept).toMatchObject([
    { object: 'visit', name: 'Renamed', reason: 'Changed since.' },
    { object: 'contact', name: 'bob@example.com', reason: 'Has visited since.' },
  ])
  expect(await names()).toEqual(['bob@example.com'])
})

test('one that came later keeps the contact of another kind’s import', async () => {
  const done = await steps.import('people.csv', 'name,email\nAnn,ann@example.com\nBob,bob@example.com\n')
  await steps.import('visits.csv', 'Shop,Visitor\nHarbour,bob@example.com\n')
  expect((await steps.undo(done.id)).undo).toMatchObject({
    removed: { contacts: 1 },
    kept: [{ name: 'Bob', reason: 'Has visited since.' }],
  })
})

/** Columns by which a table names others of its own kind: a company's parent, the survivor of a merge. */
const ofItself = ({ table, target }: { table: string; target: string }) => table === target

test('whatever refers to a record that imports make says so, and so no undo breaks on it', async () => {
  const { rows } = await sql<{ table: string; target: string; column: string }>`
    select k.conrelid::regclass::text as table, k.confrelid::regclass::text as target, a.attname as column from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey) and a.attname <> 'workspace_id'
    where k.contype = 'f' and k.confdeltype <> 'c' order by 1, 2, 3`.execute(t.app.db)
  const made = new Set(t.app.records.flatMap(kind => (kind.imported ? kind.table : [])))
  const referring = rows.filter(row => made.has(row.target) && !ofItself(row))
  const declared = t.app.records.flatMap(kind =>
    (kind.keeps === undefined ? [] : referencesOf(kind))
      .filter(({ to }) => made.has(to))
      .map(({ column, to }) => ({ table: kind.table, target: to, column: columnName(column) })),
  )
  const text = (list: typeof rows) => list.map(({ table, column, target }) => `${table}.${column} → ${target}`).sort()
  expect(text(declared)).toEqual(text(referring))
})
