import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { within } from '../../../platform/context.ts'
import { columnsFor, emptyOf, keysOf, without } from '../../../kernel/record/record.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { lockRecords } from '../../../platform/record/statements.ts'
import { sampleOf } from '../../../testing/sample-record.ts'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import { createCompany } from '../companies/schema.ts'
import { intake } from '../identity/public.ts'
import { stepsOf } from '../imports/imports.fixture.ts'
import { mergeContacts, undoMerge } from '../merges/schema.ts'
import { eraseContact } from '../privacy/schema.ts'
import { createField } from '../fields/schema.ts'
import { createTag } from '../tags/schema.ts'
import { contactRecord, mergedColumns, sourceColumns } from './record.ts'
import { changeContact, createContact, type ContactInput } from './schema.ts'
import { rewriteContacts } from './store-many.ts'

/** Whatever rewrites a contact keeps every column that is defined; one that is defined tomorrow is covered at once. */
const t = await aTestApp()
let acme: TestWorkspace

beforeEach(async () => {
  acme = await t.aWorkspace()
})

/** A contact with a value in every column. */
async function aFullContact(which: 0 | 1 = 0): Promise<string> {
  return aContact(await fullInput(which))
}

async function fullInput(which: 0 | 1): Promise<Partial<ContactInput>> {
  const { id: companyId } = await acme.owner.call(createCompany, { body: { name: `Company ${which}` } })
  const { id: tagId } = await acme.owner.call(createTag, { body: { name: `Tag ${which}` } })
  const email = `full${which}@example.com`
  const references = { companyId, ownerId: acme.ownerId, tagIds: [tagId] }
  return { ...sampleOf(contactRecord.columns, which), ...references, email, phone: `+42060112233${which}` }
}

async function aContact(body: Partial<ContactInput>): Promise<string> {
  return (await acme.owner.call(createContact, { body })).id
}

/** What a merge, a source or an undo may rewrite, as it stands in the database. */
async function rowOf(id: string) {
  const [row] = await lockRecords({ db: t.app.db, workspaceId: acme.id }, 'contacts', mergedColumns, [id])
  return row!
}

test('the sample leaves no column empty', async () => {
  const row = await rowOf(await aFullContact())
  const empty = Object.entries(row).filter(([, value]) => value === null || value === '')
  expect(empty.map(([key]) => key)).toEqual(['teamId'])
})

test('a contact into which others are merged keeps every value of its own', async () => {
  const id = await aFullContact()
  const other = await aFullContact(1)
  const before = await rowOf(id)
  await acme.owner.call(mergeContacts, { params: { id }, body: { contactIds: [other] } })
  const merged = await rowOf(id)
  expect(merged).toEqual({ ...before, lifecycle: merged.lifecycle, tagIds: merged.tagIds })
  expect(merged.tagIds).toHaveLength(2)
})

test('a contact that knows nothing is filled with every value of the one merged into it, and is empty again after', async () => {
  const blank = await aContact({ email: 'blank@example.com', ownerId: null })
  const full = await aFullContact()
  const [blankBefore, fullBefore] = [await rowOf(blank), await rowOf(full)]
  const { items } = await acme.owner.call(mergeContacts, { params: { id: blank }, body: { contactIds: [full] } })
  expect(await rowOf(blank)).toEqual({ ...fullBefore, email: 'blank@example.com' })
  await acme.owner.call(undoMerge, { params: { id: items[0]!.id } })
  expect([await rowOf(blank), await rowOf(full)]).toEqual([blankBefore, fullBefore])
})

test('a contact that a channel tells one thing of keeps every other', async () => {
  const id = await aFullContact()
  await sql`update contacts set job_title = null where workspace_id = ${acme.id} and id = ${id}`.execute(t.app.db)
  const before = await rowOf(id)
  const sighting = { at: t.app.clock.now(), source: 'shop', traits: { jobTitle: 'Painter' } }
  const handles = [{ kind: 'email' as const, value: 'full0@example.com' }]
  await inTransaction(t.app, ({ db }) => intake(within(acme.ctx(), db), [{ ...sighting, handles }]))
  expect(await rowOf(id)).toEqual({ ...before, jobTitle: 'Painter' })
})

test('an erasure leaves nothing in any column that says something of the person', async () => {
  const { id: importId } = await stepsOf(t, acme).import('people.csv', 'Name,Email\nAda One,full0@example.com\n')
  const { id } = await t.app.db
    .selectFrom('contacts')
    .select('id')
    .where('workspaceId', '=', acme.id)
    .where('importId', '=', importId)
    .executeTakeFirstOrThrow()
  const { key } = await acme.owner.call(createField, { body: { object: 'contact', label: 'Pet', type: 'text' } })
  const body = { ...(await fullInput(0)), fields: { [key]: 'Rex' } }
  await acme.owner.call(changeContact, { params: { id }, body })
  const personal = without(columnsFor(contactRecord.columns, 'personal'), 'name', 'sortName', 'searchText')
  const read = () => lockRecords({ db: t.app.db, workspaceId: acme.id }, 'contacts', personal, [id])
  const empty = emptyOf(personal)
  const [before] = await read()
  expect(keysOf(personal).filter(key => isDeepStrictEqual(before![key], empty[key]))).toEqual([])
  await acme.owner.call(eraseContact, { params: { id }, body: { confirmation: 'One One' } })
  await t.runJobs()
  expect(await read()).toEqual([empty])
})

test('an import that changes one value, and its undoing, leave every other', async () => {
  const steps = stepsOf(t, acme)
  const id = await aFullContact()
  const before = await rowOf(id)
  const file = 'email,city\nfull0@example.com,Brno\n'
  const { id: importId } = await steps.import('cities.csv', file, { options: { update: 'all' } })
  expect(await rowOf(id)).toEqual({ ...before, city: 'Brno' })
  await steps.undo(importId)
  expect(await rowOf(id)).toEqual(before)
})

test('a row that lacks any one column is refused before anything is written', async () => {
  const id = await aFullContact()
  const before = await rowOf(id)
  const row = { ...before, id, source: 'manual', sortName: 'one two', searchText: 'one two' }
  for (const key of keysOf(sourceColumns)) {
    const lacking = { ...row, jobTitle: 'Overwritten', [key]: undefined }
    await expect(
      rewriteContacts({ db: t.app.db, workspaceId: acme.id }, [row, lacking as never], new Date()),
    ).rejects.toThrow(key)
  }
  expect(await rowOf(id)).toEqual(before)
})
