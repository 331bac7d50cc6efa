import { expect, test } from 'vitest'
import { changedParts, fieldChanges } from './record-rows.ts'

test('custom fields are told one by one, those that stayed are not', () => {
  const changes = fieldChanges({
    jobTitle: [null, 'Buyer'],
    fields: [
      { size: 3, colour: 'red' },
      { size: 3, colour: 'blue', shape: 'round' },
    ],
  })
  expect(changes).toEqual([
    { key: 'jobTitle', before: null, after: 'Buyer' },
    { key: 'fields.colour', before: 'red', after: 'blue' },
    { key: 'fields.shape', before: null, after: 'round' },
  ])
})

test('an event without changes tells none', () => {
  expect(fieldChanges(undefined)).toEqual([])
})

test('of the parts of a record those that came, went or read otherwise are told, not one that only moved', () => {
  const part = (id: string, text: string) => ({ id, text })
  const before = [part('1', 'small'), part('2', 'large'), part('3', 'blue')]
  const after = [part('3', 'blue'), part('1', 'tiny'), part('4', 'red')]
  expect(changedParts(before, after, (one: { text: string }) => one.text)).toEqual([
    { before: 'small', after: 'tiny' },
    { before: 'large', after: undefined },
    { before: undefined, after: 'red' },
  ])
})
