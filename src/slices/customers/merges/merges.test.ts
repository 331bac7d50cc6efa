import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { changeContact, createContact, exportContacts, getContact } from '../contacts/schema.ts'
import { mergeContacts, unmergeContacts } from './public.ts'

let t: TestApp
let acme: TestWorkspace

beforeAll(async () => {
  t = await createTestApp()
  acme = await t.aWorkspace()
})
afterAll(() => t.close())

const aContact = (body: object) => acme.owner.call(createContact, { body })
const read = (id: string) => acme.owner.call(getContact, { params: { id } })
const merge = (survivorId: string, mergedId: string, choices = {}) =>
  inTransaction(t.app.db, async tx => {
    const [made] = await mergeContacts(tx, acme.ctx(), [{ survivorId, mergedId, how: 'person', choices }])
    return made?.id ?? null
  })
const unmerge = (...ids: (string | null)[]) =>
  inTransaction(t.app.db, tx => unmergeContacts(tx, acme.ctx(), ids as string[]))

test('blank values are filled from the merged contact, and an unmerge gives each its own back', async () => {
  const a = await aContact({ name: 'Justin T', email: 'justin@example.com' })
  const b = await aContact({ name: 'Prime Minister', jobTitle: 'PM', city: 'Ottawa', phone: '+14165550123' })
  const mergeId = await merge(a.id, b.id)
  const one = await read(b.id)
  expect(one).toMatchObject({ id: a.id, name: 'Justin T', jobTitle: 'PM', city: 'Ottawa', phone: '+14165550123' })
  expect(one.mergedIds).toEqual([b.id])
  expect(one.handles.map(handle => handle.contactId).sort()).toEqual([a.id, b.id].sort())
  expect(one.updatedAt).toBe(a.updatedAt)
  await t.runJobs()
  expect(await unmerge(mergeId)).toEqual([mergeId])
  await t.runJobs()
  const { version: v1, ...backA } = await read(a.id)
  const { version: v2, ...wasA } = a
  expect(backA).toEqual(wasA)
  expect(v1).toBeGreaterThan(v2)
  const { version: _, ...backB } = await read(b.id)
  const { version: __, ...wasB } = b
  expect(backB).toEqual(wasB)
})
