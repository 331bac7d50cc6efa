import { sql, type RawBuilder } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'
import type { Tenant } from './database.ts'
import { deleteRows, findRow, findRows, insertAll, insertRow, updateEach, updateRows } from './row.ts'

let t: TestApp
let acme: Tenant
let other: Tenant

beforeAll(async () => {
  t = await createTestApp()
  acme = { db: t.app.db, workspaceId: (await t.aWorkspace()).id }
  other = { db: t.app.db, workspaceId: (await t.aWorkspace()).id }
})
afterAll(() => t.close())

const at = new Date('2026-03-01T10:20:30.456Z')
const submission = (formId: string, given: object = {}) => ({
  id: newId(),
  formId,
  language: 'cs',
  answers: { name: "O'Hara \\ “Q”", list: [1, null] },
  consents: [],
  createdAt: at,
  ...given,
})

async function aForm(tenant: Tenant): Promise<string> {
  const id = newId()
  const texts = { fields: [], settings: {}, createdAt: at, updatedAt: at }
  await insertRow(tenant, 'forms', { id, name: 'Contact us', slug: id, ...texts })
  return id
}

test('lists, JSON, bytes, times and what is null are stored as they are given', async () => {
  const formId = await aForm(acme)
  const fileIds = [newId(), newId()]
  const hash = Buffer.from([0, 255, 92])
  const row = submission(formId, { fileIds, hash, agent: null })
  expect(await insertRow(acme, 'formSubmissions', row)).toBe(true)
  const columns = ['answers', 'consents', 'fileIds', 'hash', 'agent', 'createdAt'] as const
  const { id: _, formId: __, language: ___, ...stored } = { ...row }
  expect(await findRow(acme, 'formSubmissions', columns, row.id)).toEqual(stored)
})

test('a text that was cut in the middle of a sign is stored without the half of it', async () => {
  const formId = await aForm(acme)
  const cut = 'Well done 👏'.slice(0, -1)
  const row = submission(formId, { agent: cut })
  await insertAll(acme, 'formSubmissions', [row])
  await updateRows(acme, 'formSubmissions', row.id, { address: cut })
  const stored = 'Well done \ufffd'
  expect(await findRow(acme, 'formSubmissions', ['agent', 'address'], row.id)).toEqual({
    agent: stored,
    address: stored,
  })
})

test('many rows are set to what each is given, found by their keys, in one workspace only', async () => {
  const formId = await aForm(acme)
  const [a, b, c] = [submission(formId), submission(formId), submission(formId)]
  await insertAll(acme, 'formSubmissions', [a, b, c])
  const given = [a, b].map(({ id }, at) => ({ id, formId, address: `a${at}`, answers: { at } }))
  const setting = {
    besides: [sql`language = 'de'`],
    setTo: (key: string, value: RawBuilder<unknown>) => (key === 'address' ? sql`upper(${value})` : value),
    ending: sql`and t.answers is distinct from given.answers`,
  }
  expect(await updateEach(other, 'formSubmissions', ['id', 'formId'], given, setting)).toBe(0)
  expect(await updateEach(acme, 'formSubmissions', ['id', 'formId'], given, setting)).toBe(2)
  expect(await updateEach(acme, 'formSubmissions', ['id', 'formId'], given, setting)).toBe(0)
  expect(await updateEach(acme, 'formSubmissions', ['id'], [], setting)).toBe(0)
  const rows = await findRows(acme, 'formSubmissions', ['language', 'address', 'answers'], { formId }, sql`order by id`)
  expect(rows).toEqual([
    { language: 'de', address: 'A0', answers: { at: 0 } },
    { language: 'de', address: 'A1', answers: { at: 1 } },
    { language: 'cs', address: null, answers: c.answers },
  ])
})

test('what is inserted answers what is returned of it, and of no rows none are found, set or deleted', async () => {
  const formId = await aForm(acme)
  const row = submission(formId)
  const unlessThere = sql<{ id: string }>`on conflict (workspace_id, id) do nothing returning id`
  expect(await insertAll(acme, 'formSubmissions', [row], unlessThere)).toEqual([{ id: row.id }])
  expect(await insertAll(acme, 'formSubmissions', [row], unlessThere)).toEqual([])
  expect(await updateRows(acme, 'formSubmissions', { id: [] }, { language: 'en' })).toBe(0)
  expect(await deleteRows(acme, 'formSubmissions', [])).toBe(0)
  expect(await findRows(acme, 'formSubmissions', ['id'], [])).toEqual([])
  expect(await deleteRows(acme, 'formSubmissions', [row.id])).toBe(1)
})

test('it is so within JSON too, whose keys and escapes stay as they are', async () => {
  const formId = await aForm(acme)
  const answers = { 'a\ud83d': ['\udc4f b', '\\ud83d "\\\\ud83d', '👏\n'] }
  const row = submission(formId, { answers })
  await insertAll(acme, 'formSubmissions', [row])
  expect(await findRow(acme, 'formSubmissions', ['answers'], row.id)).toEqual({
    answers: { 'a\ufffd': ['\ufffd b', '\\ud83d "\\\\ud83d', '👏\n'] },
  })
})

test('what is undefined stays, what is null is emptied, and the number of rows is answered', async () => {
  const formId = await aForm(acme)
  const [a, b] = [submission(formId, { address: 'a' }), submission(formId, { address: 'a' })]
  await insertAll(acme, 'formSubmissions', [a, b])
  expect(await updateRows(acme, 'formSubmissions', { formId }, { language: 'en', address: undefined })).toBe(2)
  expect(await updateRows(acme, 'formSubmissions', { id: [a.id] }, { address: null, answers: { list: [2] } })).toBe(1)
  const rows = await findRows(acme, 'formSubmissions', ['language', 'address', 'answers'], { formId }, sql`order by id`)
  expect(rows).toEqual([
    { language: 'en', address: null, answers: { list: [2] } },
    { language: 'en', address: 'a', answers: b.answers },
  ])
  expect(await findRows(acme, 'formSubmissions', ['id'], { formId, address: null })).toEqual([{ id: a.id }])
})

test('rows of another workspace are neither found nor changed nor deleted', async () => {
  const formId = await aForm(other)
  expect(await findRow(acme, 'forms', ['id'], formId)).toBeUndefined()
  expect(await updateRows(acme, 'forms', formId, { name: 'Taken' })).toBe(0)
  expect(await deleteRows(acme, 'forms', formId)).toBe(0)
  expect(await deleteRows(other, 'forms', formId)).toBe(1)
})

test('a condition without a value is refused instead of meaning all rows', async () => {
  const which = { id: undefined } as unknown as { id: string }
  await expect(deleteRows(acme, 'forms', which)).rejects.toThrow('which id')
})

test('a row that is there already is told from a new one', async () => {
  const formId = await aForm(acme)
  const slug = { slug: newId(), formId }
  const unlessTaken = sql`on conflict do nothing`
  expect(await insertRow(acme, 'formSlugs', slug, unlessTaken)).toBe(true)
  expect(await insertRow(acme, 'formSlugs', slug, unlessTaken)).toBe(false)
})
