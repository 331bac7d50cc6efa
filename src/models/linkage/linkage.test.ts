import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { estimate } from './estimate.ts'
import {
  linkPeople,
  qualityAt,
  readFake1000,
  readFebrl,
  reference,
  truePairs,
  type LabelledPeople,
  type ScoredPair,
} from './linkage.fixture.ts'
import { probability, weightOf } from './model.ts'

describe.skipIf(!existsSync(reference))('the reference files (REFERENCE_DATA)', () => {
  test('known parameters are found from patterns alone', () => {
    const rows: Record<string, string>[] = parse(
      readFileSync(join(reference, 'splink_known_params_comparison_vectors.csv')),
      { columns: true },
    )
    const patterns = rows.map(row => ({
      levels: [1, 2, 3].map(column => Number(row[`gamma_col_${column}`]) + 1),
      count: 1,
    }))
    const found = estimate(patterns, {
      start: { lambda: 0.3, m: usual(0.8), u: usual(0.3) },
      learnsU: true,
      maxIterations: 1000,
      tolerance: 1e-9,
    })
    const close = (value: number, expected: number) => expect(Math.abs(value - expected)).toBeLessThan(0.01)
    close(found.lambda, 0.5)
    ;[0.7, 0.9, 0.95].forEach((m, field) => close(found.m[field]![2]!, m))
    ;[0.1, 0.025, 0.2].forEach((u, field) => close(found.u[field]![2]!, u))
  })

  test('FEBRL1 blocked on the given name has 2,082 candidate pairs', () => {
    const { people } = readFebrl(['dataset1.csv'])
    expect(truePairs(people.flatMap(({ firstName }) => firstName || []))).toBe(2082)
  })

  const febrl4 = ['dataset4a.csv', 'dataset4b.csv']
  describe.each<[string, () => LabelledPeople, number, number, number]>([
    ['FEBRL1', () => readFebrl(['dataset1.csv']), 500, 0.998, 0.998],
    ['FEBRL3', () => readFebrl(['dataset3.csv']), 6538, 0.998, 0.998],
    ['FEBRL3 without the social-security number', () => readFebrl(['dataset3.csv'], false), 6538, 0.997, 0.993],
    ['FEBRL4', () => readFebrl(febrl4), 5000, 0.9997, 0.9995],
    ['FEBRL4 without the social-security number', () => readFebrl(febrl4, false), 5000, 0.9985, 0.998],
    ['fake_1000', readFake1000, 2031, 0.88, 0.76],
  ])('%s, without a label', (_name, read, pairs, atZero, atCertain) => {
    let data: LabelledPeople
    let scored: ScoredPair[]
    beforeAll(() => {
      data = read()
      scored = linkPeople(data)
    })

    test(`has ${pairs} true pairs`, () => expect(truePairs(data.entities)).toBe(pairs))

    test(`is linked with F1 of at least ${atZero} at w ≥ 0, and ${atCertain} at p ≥ .99`, () => {
      expect(qualityAt(data, scored, 0).f1).toBeGreaterThan(atZero)
      expect(qualityAt(data, scored, weightOf(0.99)).f1).toBeGreaterThan(atCertain)
      expect(qualityAt(data, scored, weightOf(0.99)).precision).toBeGreaterThan(0.999)
    })

    test('holds the precision that the scores promise', () => {
      const probabilities = scored.map(({ weight }) => probability(weight))
      const expectedFrom = (threshold: number) => {
        const above = probabilities.filter(p => p >= threshold)
        return above.reduce((sum, p) => sum + p, 0) / above.length
      }
      for (const threshold of [0.5, 0.9, 0.99]) {
        const { precision } = qualityAt(data, scored, weightOf(threshold))
        expect(precision).toBeGreaterThan(expectedFrom(threshold) - 0.01)
      }
    })
  })
})

function usual(same: number): number[][] {
  return [1, 2, 3].map(() => [0, 1 - same, same])
}
