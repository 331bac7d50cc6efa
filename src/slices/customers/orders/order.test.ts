import { describe, expect, test } from 'vitest'
import { amountOf, originOf, piecesOf, toItems, toValued } from './order.ts'

const none = new Map<string, number>()

describe('items', () => {
  test.each([
    [
      { name: 'Tea', quantity: 3, unitAmount: 250 },
      { unitAmount: 250, amount: 750 },
    ],
    [
      { name: 'Tea', quantity: 3, amount: 1000 },
      { unitAmount: 333, amount: 1000 },
    ],
    [
      { name: 'Tea', quantity: 3, unitAmount: 250, amount: 700 },
      { unitAmount: 250, amount: 700 },
    ],
    [
      { name: 'Discount', quantity: 1, amount: -100 },
      { unitAmount: -100, amount: -100 },
    ],
  ])('%j', (given, expected) => {
    expect(toItems([given])).toMatchObject([expected])
  })

  test('a line names an amount', () => {
    expect(() => toItems([{ name: 'Tea', quantity: 2, unitAmount: 1e14 }])).toThrow('no amount above')
    expect(() => toItems([{ name: 'Tea', quantity: 1 }])).toThrow('Give the amount of the line')
  })
})

describe('the amount', () => {
  const items = toItems([
    { name: 'Tea', quantity: 2, unitAmount: 500 },
    { name: 'Discount', quantity: 1, amount: -100 },
  ])
  test('is the sum of the items', () => expect(amountOf(undefined, items)).toBe(900))
  test('may be repeated', () => expect(amountOf(900, items)).toBe(900))
  test('must be their sum', () => expect(() => amountOf(901, items)).toThrow('The items sum to 900, not 901'))
  test('stands alone without items', () => expect(amountOf(0, [])).toBe(0))
  test('is needed', () => expect(() => amountOf(undefined, [])).toThrow('Give the amount of the order, or its items.'))
  test('is not below nothing', () =>
    expect(() => amountOf(undefined, toItems([{ name: 'x', quantity: 1, amount: -1 }]))).toThrow('less than nothing'))
  test('pieces are those of the items', () =>
    expect([piecesOf(undefined, items), piecesOf(7, items), piecesOf(undefined, [])]).toEqual([3, 7, null]))
})

test('there are no more pieces than are kept of anything', () => {
  const items = toItems(Array.from({ length: 3 }, () => ({ name: 'Tea', quantity: 1_000_000_000, amount: 1 })))
  expect(() => piecesOf(undefined, items)).toThrow('no more than 1,000,000,000 pieces')
})

describe('value in the workspace’s currency', () => {
  const rates = new Map([
    ['USD', 0.9],
    ['JPY', 0.006],
  ])
  test.each([
    [1000, {}, { currency: 'EUR', exchangeRate: 1, baseAmount: 1000 }],
    [1000, { currency: 'EUR', exchangeRate: 5 }, { currency: 'EUR', exchangeRate: 1, baseAmount: 1000 }],
    [1000, { currency: 'USD' }, { currency: 'USD', exchangeRate: 0.9, baseAmount: 900 }],
    [1000, { currency: 'USD', exchangeRate: 0.8 }, { currency: 'USD', exchangeRate: 0.8, baseAmount: 800 }],
    [1000, { currency: 'JPY' }, { currency: 'JPY', exchangeRate: 0.006, baseAmount: 600 }],
    [1005, { currency: 'USD', exchangeRate: 0.5 }, { currency: 'USD', exchangeRate: 0.5, baseAmount: 503 }],
  ])('%i of %j', (amount, given, expected) => {
    expect(toValued(amount, given, 'EUR', rates)).toEqual(expected)
  })
  test('needs a rate and says where it comes from', () => {
    expect(() => toValued(1, { currency: 'CHF' }, 'EUR', none)).toThrow(
      'There is no exchange rate from CHF to EUR. Send exchangeRate, or add the rate in Settings',
    )
  })
  test('stays a whole number that can be kept', () => {
    expect(() => toValued(10 ** 14, { currency: 'USD', exchangeRate: 1e6 }, 'EUR', none)).toThrow('too large')
  })
})

test('the number is what people know it by', () => {
  expect(originOf({ sourceId: '7' }, 'id', 'manual')).toEqual({ number: '7', source: 'manual', sourceId: '7' })
  expect(originOf({ number: 'A1' }, 'id', 'api')).toEqual({ number: 'A1', source: 'api', sourceId: 'id' })
  expect(originOf({}, 'id', 'api', 'A1')).toEqual({ number: 'A1', source: 'api', sourceId: 'id' })
  expect(() => originOf({}, 'id', 'api')).toThrow('Give the number')
})
