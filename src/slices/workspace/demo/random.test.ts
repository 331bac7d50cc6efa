import { expect, test } from 'vitest'
import { Random } from './random.ts'

const size = 100_000

function moments(draw: (random: Random) => number): { mean: number; variance: number } {
  const random = new Random(7)
  const draws = Array.from({ length: size }, () => draw(random))
  const mean = draws.reduce((sum, value) => sum + value, 0) / size
  return { mean, variance: draws.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (size - 1) }
}

test.each<[string, (random: Random) => number, number, number]>([
  ['uniform', random => random.next(), 1 / 2, 1 / 12],
  ['exponential', random => random.exponential(3), 3, 9],
  ['normal', random => random.normal(), 0, 1],
  ['gamma below 1', random => random.gamma(0.2426, 4.4135), 0.2426 / 4.4135, 0.2426 / 4.4135 ** 2],
  ['gamma above 1', random => random.gamma(6.25, 2), 3.125, 1.5625],
  ['beta', random => random.beta(0.7929, 2.4258), 0.7929 / 3.2187, (0.7929 * 2.4258) / (3.2187 ** 2 * 4.2187)],
  ['poisson', random => random.poisson(2.5), 2.5, 2.5],
  ['poisson of a large mean', random => random.poisson(90), 90, 90],
])('%s has its mean and variance', (_name, draw, mean, variance) => {
  const found = moments(draw)
  // Five standard errors of the mean; the variance of these shapes within 6%.
  expect(Math.abs(found.mean - mean)).toBeLessThan(5 * Math.sqrt(variance / size))
  expect(found.variance / variance).toBeGreaterThan(0.94)
  expect(found.variance / variance).toBeLessThan(1.06)
})

test('the same seed and key give the same stream, others another', () => {
  const stream = (seed: number, key: number) => {
    const random = new Random(seed, key)
    return Array.from({ length: 20 }, () => random.bits()).join()
  }
  expect(stream(1, 5)).toBe(stream(1, 5))
  expect(new Set([stream(1, 5), stream(1, 6), stream(2, 5)]).size).toBe(3)
})
