import { expect, test } from 'vitest'
import { meantNumber, readNumber, unreadNumbers } from './read-number.ts'

test.each([
  ['en', '1,250.90', 1250.9],
  ['en', '1250.9', 1250.9],
  ['en', '1,5', Number.NaN],
  ['en', '−3', -3],
  ['cs', '1 250,90', 1250.9],
  ['cs', '1\u00a0234\u00a0567', 1_234_567],
  ['cs', '8.5', 8.5],
  ['de', '1.250,9', 1250.9],
  ['de', '1.25', Number.NaN],
  ['de-CH', '1’250.5', 1250.5],
  ['en', '.5', 0.5],
  ['en', 'abc', Number.NaN],
  ['en', '12 pieces', Number.NaN],
  ['en', '-', Number.NaN],
  ['en', '1.2.3', Number.NaN],
  ['en', ' ', null],
])('in %s %j is read as %j', (locale, text, number) => {
  expect(readNumber(text, locale)).toBe(number)
})

test('what is written as in another country is understood, and nothing else', () => {
  expect(['12,5', ' 1.25 ', '1.250,9', '12 pieces'].map(meantNumber)).toEqual([12.5, 1.25, undefined, undefined])
})

test('what is no number is found wherever it stands, and nothing else', () => {
  const values = { name: 'NaN', cost: null, items: [{ amount: 1 }, { amount: Number.NaN }], sum: Number.NaN }
  expect(unreadNumbers(values)).toEqual(['items.1.amount', 'sum'])
})
