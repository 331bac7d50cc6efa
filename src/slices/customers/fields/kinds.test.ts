import { expect, test } from 'vitest'
import { aTestApp } from '../../../testing/test-app.ts'
import { hasFields } from './fielded.ts'
import { createField, listFields } from './schema.ts'

const t = await aTestApp()

test('every kind of record that says so has fields, and a field may refer to every kind that says so', async () => {
  const { owner } = await t.aWorkspace()
  const [fielded, referred] = [t.app.records.filter(hasFields), t.app.records.filter(kind => kind.reference)]
  for (const { name: object } of fielded)
    for (const { name: type } of referred) await owner.call(createField, { body: { object, label: type, type } })
  const { items } = await owner.call(listFields, {})
  expect(items).toHaveLength(fielded.length * referred.length)
})

test.each([
  ['object', { object: 'note', type: 'text' }, 'Use one of contact, company, order'],
  ['type', { object: 'contact', type: 'note' }, 'Use one of text, number'],
  ['type', { object: 'contact', type: 'nonsense' }, 'Use one of text, number'],
])('another %s is refused with those that there are', async (path, given, message) => {
  const { owner } = await t.aWorkspace()
  const answer = await owner.try(createField, { body: { label: 'X', ...given } })
  expect(answer).toMatchObject({
    status: 400,
    body: { fields: [{ path, message: expect.stringContaining(message) }] },
  })
})
