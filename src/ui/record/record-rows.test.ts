import { expect, test } from 'vitest'
import { changesOf } from './record-rows.ts'

test('custom fields are told one by one, those that stayed are not', () => {
  const changes = changesOf({
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
  expect(changesOf(undefined)).toEqual([])
})
