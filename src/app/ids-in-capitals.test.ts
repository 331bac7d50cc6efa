import { expect, test } from 'vitest'
import * as contacts from '../slices/customers/contacts/schema.ts'
import * as merges from '../slices/customers/merges/schema.ts'
import { aTestApp } from '../testing/test-app.ts'

const t = await aTestApp()
const { createContact, contactEndpoints } = contacts

test('an id in capitals is that of the same record: read, binned, restored and merged', async () => {
  const { owner } = await t.aWorkspace()
  const made = await Promise.all(['Marta', 'Jan'].map(name => owner.call(createContact, { body: { name } })))
  const ids = made.map(({ id }) => id)
  const [one, other] = ids.map(id => id.toUpperCase()) as [string, string]
  expect(one).not.toBe(ids[0])
  expect(await owner.call(contactEndpoints.get, { params: { id: one } })).toMatchObject({ id: ids[0] })
  expect(await owner.call(contactEndpoints.deleteMany, { body: { ids: [one, other] } })).toMatchObject({ count: 2 })
  expect(await owner.call(contactEndpoints.restoreMany, { body: { ids: [one, ids[1]!] } })).toMatchObject({ count: 2 })
  const body = { contactIds: [other] }
  const { items } = await owner.call(merges.mergeContacts, { params: { id: one }, body })
  expect(items).toMatchObject([{ survivorId: ids[0], mergedId: ids[1] }])
})
