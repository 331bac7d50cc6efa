import { describe, expect, test } from 'vitest'
import { consumers, drawPurchases, drawSpend, drawSpender, fillBasket, moneyAt, toEuroCents } from './purchases.ts'
import { Random } from './random.ts'

const customers = 60_000

describe('purchases', () => {
  const random = new Random(3)
  const lives = Array.from({ length: customers }, () => drawPurchases(random, consumers, 52))

  test('number as many in a year as the model expects', () => {
    const mean = lives.reduce((sum, { repeats }) => sum + repeats.length, 0) / customers
    // E[X(52)] = 1.446 at these parameters; its standard error here is about .012.
    expect(mean).toBeGreaterThan(1.38)
    expect(mean).toBeLessThan(1.51)
  })

  test('leave as many without a second one as the model expects', () => {
    const none = lives.filter(({ repeats }) => repeats.length === 0).length / customers
    // P(X(t) = 0) = (α / (α + t))^r
    expect(none).toBeCloseTo((consumers.alpha / (consumers.alpha + 52)) ** consumers.r, 2)
  })

  test('of those who left end with the last one', () => {
    expect(lives.every(({ isAlive, repeats }) => isAlive || repeats.length > 0)).toBe(true)
    expect(lives.every(({ repeats }) => repeats.every((week, at) => week <= 52 && week > (repeats[at - 1] ?? 0)))).toBe(
      true,
    )
  })
})

test('spend has the mean of the model', () => {
  const random = new Random(4)
  const mean =
    Array.from({ length: 200_000 }, () => drawSpend(random, drawSpender(random))).reduce(
      (sum, spend) => sum + spend,
      0,
    ) / 200_000
  expect(mean).toBeGreaterThan(35.17 * 0.97)
  expect(mean).toBeLessThan(35.17 * 1.03)
})

describe('a basket', () => {
  test('costs about what it should', () => {
    const random = new Random(5)
    let [wanted, cost] = [0, 0]
    for (let n = 0; n < 20_000; n++) {
      const target = drawSpend(random, drawSpender(random)) * 240
      wanted += target
      cost += fillBasket(random, { currency: 'EUR', rate: 1 }, target, 6).reduce((sum, item) => sum + item.amount, 0)
    }
    expect(cost / wanted).toBeGreaterThan(0.7)
    expect(cost / wanted).toBeLessThan(1.1)
  })

  test.each(['CZK', 'PLN', 'GBP', 'USD', 'JPY', 'UAH'])('in %s has round prices worth those in euros', currency => {
    const money = moneyAt(currency, Date.UTC(2026, 2, 1))
    for (const item of fillBasket(new Random(6), money, 40_000, 6)) {
      expect(item.amount).toBe(item.unitAmount * item.quantity)
      expect(toEuroCents(item.unitAmount, money) / item.product.price).toBeGreaterThan(0.85)
      expect(toEuroCents(item.unitAmount, money) / item.product.price).toBeLessThan(1.15)
    }
  })
})
