import fc from 'fast-check'
import { expect, test } from 'vitest'
import { namesOfPath, overlapping, priceAt, priceChanges, withPrice } from './policy.ts'
import type { Price } from './record.ts'

const day = fc.integer({ min: 1, max: 60 }).map(at => new Date(Date.UTC(2026, 0, at)).toISOString().slice(0, 10))
const bound = fc.option(day)
const aPrice = fc
  .record({ currency: fc.constantFrom('EUR', 'CZK'), amount: fc.nat(10_000), from: bound, to: bound })
  .filter(({ from, to }) => from === null || to === null || from < to)
const isOn = ({ from, to }: Price, on: string) => (from ?? '') <= on && (to === null || on < to)

test('however prices are set, none overlap, and on each day the one that was set last for it holds', () => {
  fc.assert(
    fc.property(fc.array(aPrice, { maxLength: 12 }), day, fc.constantFrom('EUR', 'CZK'), (given, on, currency) => {
      const prices = given.reduce<Price[]>(withPrice, [])
      expect(overlapping(prices)).toBeUndefined()
      const last = given.findLast(price => price.currency === currency && isOn(price, on))
      expect(priceAt(prices, currency, on)).toBe(last?.amount ?? null)
      expect(priceAt(prices.toReversed(), currency, on)).toBe(last?.amount ?? null)
    }),
  )
})

test('prices overlap exactly where two hold on one day', () => {
  fc.assert(
    fc.property(fc.array(aPrice, { maxLength: 5 }), prices => {
      const days = [...prices.flatMap(({ from }) => from ?? []), '0001-01-01']
      const isTwice = ['EUR', 'CZK'].some(currency =>
        days.some(on => prices.filter(price => price.currency === currency && isOn(price, on)).length > 1),
      )
      expect(overlapping(prices) !== undefined).toBe(isTwice)
    }),
  )
})

test('a change of prices says what held before, and what no longer does', () => {
  const czk = (amount: number, from: string | null = null, to: string | null = null): Price => ({
    currency: 'CZK',
    amount,
    from,
    to,
  })
  const told = (before: Price[], after: Price[]) =>
    priceChanges(before, after, '2026-05-01').map(({ was, price, isGone }) => [was, isGone ? null : price.amount])
  expect(told([czk(825)], [czk(125)])).toEqual([[825, 125]])
  expect(told([czk(825)], [])).toEqual([[825, null]])
  expect(told([], [czk(125)])).toEqual([[null, 125]])
  const later = [czk(825, null, '2026-06-01'), czk(900, '2026-06-01')]
  expect(told([czk(825)], later)).toEqual([[825, 900]])
  expect(told(later, [czk(700)])).toEqual([
    [825, 700],
    [900, null],
  ])
})

test.each([
  ['Lamps > Desk', ['Lamps', 'Desk']],
  [' Lamps>Desk › Small > ', ['Lamps', 'Desk', 'Small']],
  [' > ', []],
  ['\u200b > Desk > \u2060', ['Desk']],
])('%j is the path %j', (path, names) => expect(namesOfPath(path)).toEqual(names))
