import fc from 'fast-check'
import { expect, test } from 'vitest'
import { convertMinor, currencyDigits, fromMinor, toMinor } from './money.ts'

test.each([
  [12.3, 'EUR', 1230],
  [1.005, 'EUR', 101],
  [-1.005, 'EUR', -101],
  [0.1 + 0.2, 'EUR', 30],
  [1234.4, 'JPY', 1234],
  [1.2345, 'KWD', 1235],
  [-0, 'EUR', 0],
])('%d %s is %d minor units', (amount, code, minor) => expect(toMinor(amount, code)).toBe(minor))

test('minor units survive the way there and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom('EUR', 'JPY', 'KWD'), (minor, code) => {
      expect(toMinor(fromMinor(minor, code), code)).toBe(minor || 0)
    }),
  )
})

test('converts between currencies with different decimals', () => {
  expect(convertMinor(10_000, 'JPY', 'EUR', 0.00565)).toBe(5650)
  expect(convertMinor(5650, 'EUR', 'EUR', 7)).toBe(5650)
  expect(currencyDigits('KWD')).toBe(3)
})
