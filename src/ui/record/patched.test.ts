import { expect, test } from 'vitest'
import { before } from './use-bulk-actions.ts'
import { patched } from './use-change-record.ts'

const row = { id: '1', name: 'Marta', companyId: 'c', companyName: 'Acme', tagIds: ['a', 'b'], fields: { size: 3 } }

test('what a row shows follows the change, what it does not show stays out', () => {
  expect(patched(row, { name: 'Eva', street: 'Dlouhá 1', version: 4 })).toEqual({ ...row, name: 'Eva' })
})

test('tags are added, taken away or replaced', () => {
  expect(patched(row, { addTagIds: ['b', 'c'] }).tagIds).toEqual(['a', 'b', 'c'])
  expect(patched(row, { removeTagIds: ['a'] }).tagIds).toEqual(['b'])
  expect(patched(row, { tagIds: [] }).tagIds).toEqual([])
})

test('custom fields that a change does not name stay', () => {
  expect(patched(row, { fields: { colour: 'red' } }).fields).toEqual({ size: 3, colour: 'red' })
})

test('a relation that is given up loses its name', () => {
  expect(patched(row, { companyId: null })).toMatchObject({ companyId: null, companyName: null })
})

test('an undo gives each row back what it had, and no tag that it had before', () => {
  expect(before(row, { ownerId: 'x' })).toEqual({ ownerId: null })
  expect(before(row, { name: 'Eva' })).toEqual({ name: 'Marta' })
  expect(before(row, { addTagIds: ['b', 'c'] })).toEqual({ removeTagIds: ['c'] })
  expect(before(row, { removeTagIds: ['a', 'c'] })).toEqual({ addTagIds: ['a'] })
})
