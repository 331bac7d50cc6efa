import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockingKeys, limitBlocks, passes, passOf } from './blocking.ts'
import { clustersOf } from './clusters.ts'
import { decodePattern, encodePattern } from './comparison.ts'
import { estimate, type PatternCount } from './estimate.ts'
import { patternWeight, probability, weightOf, type Parameters } from './model.ts'
import { comparePeople } from './people.ts'
import { nobody } from './person.ts'
import { wilson } from './precision.ts'
import { createScorer } from './score.ts'
import { frequenciesOf, frequencyOf, frequencyWeight } from './term-frequency.ts'
import { train, type TrainingData } from './train.ts'

const share = fc.double({ min: 0.05, max: 0.95, noNaN: true })
const parameters: fc.Arbitrary<Parameters> = fc
  .tuple(share, fc.array(share, { minLength: 3, maxLength: 3 }), fc.array(share, { minLength: 3, maxLength: 3 }))
  .map(([lambda, m, u]) => ({ lambda, m: m.map(x => [0, 1 - x, x]), u: u.map(x => [0, 1 - x, x]) }))
const patterns = fc.array(
  fc.record({ levels: fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2)), count: fc.integer({ min: 1, max: 100 }) }),
  { minLength: 1, maxLength: 20 },
)

describe('expectation–maximisation', () => {
  test('never makes the data less likely', () =>
    fc.assert(
      fc.property(patterns, parameters, (counts, start) => {
        const { logLikelihoods } = estimate(counts, { start, learnsU: true, maxIterations: 30, tolerance: 0 })
        for (const [at, value] of logLikelihoods.entries())
          if (at > 0) expect(value).toBeGreaterThanOrEqual(logLikelihoods[at - 1]! - 1e-6)
      }),
    ))

  test('leaves u and fields that take no part as they are', () =>
    fc.assert(
      fc.property(patterns, parameters, (counts, start) => {
        const found = estimate(counts, { start, fields: [0, 2] })
        expect(found.u).toEqual(start.u)
        expect(found.m[1]).toEqual(start.m[1])
      }),
    ))
})

describe('a weight', () => {
  test('is higher the more levels speak for a match, and missing values say nothing', () =>
    fc.assert(
      fc.property(parameters, model => {
        const better = { ...model, m: model.m.map(() => [0, 0.1, 0.9]), u: model.u.map(() => [0, 0.9, 0.1]) }
        const of = (...levels: number[]) => patternWeight(better, levels)
        expect(of(2, 0, 0)).toBeGreaterThan(of(0, 0, 0))
        expect(of(1, 0, 0)).toBeLessThan(of(0, 0, 0))
        expect(of(2, 2, 0)).toBeGreaterThan(of(2, 1, 0))
        expect(probability(of(0, 0, 0))).toBeCloseTo(better.lambda, 9)
      }),
    ))

  test('and its probability are each other’s inverse', () =>
    fc.assert(
      fc.property(share, p => {
        expect(probability(weightOf(p))).toBeCloseTo(p, 9)
      }),
    ))
})

const comparisons = comparePeople({ ids: [], texts: [] })
const levelCounts = comparisons.map(({ levels }) => levels.length)

test('a pattern is one safe number, also with eight own fields', () => {
  const most = comparePeople({ ids: [], texts: [...'abcdefgh'] }).reduce((all, { levels }) => all * levels.length, 1)
  expect(most).toBeLessThan(Number.MAX_SAFE_INTEGER)
  const marta = { ...nobody, firstName: 'marta', birthday: '1980-05-12', city: 'brno' }
  const levels = decodePattern(levelCounts, encodePattern(comparisons, marta, { ...marta, city: 'praha' }))
  expect(
    comparisons.flatMap(({ field, levels: names }, at) => (levels[at] ? [[field, names[levels[at]!]]] : [])),
  ).toEqual([
    ['firstName', 'same'],
    ['birthday', 'same'],
    ['address', 'different'],
  ])
})

test('agreeing on a rare value says more than on a common one', () => {
  const frequencies = frequenciesOf([
    ['smith', 900],
    ['novak', 90],
    ['trudeau', 10],
  ])
  const weigh = (value: string) => frequencyWeight(0.1, frequencyOf(frequencies, value))
  expect(weigh('smith')).toBeLessThan(0)
  expect(weigh('trudeau')).toBeGreaterThan(weigh('novak'))
  expect(weigh('never seen')).toBeGreaterThanOrEqual(weigh('trudeau'))
  expect(frequencyWeight(1, 1e-9)).toBe(6)
})

test('people of one address with other names are not taken for one person, even where there are more of them', () => {
  // Names, address: 30 doubles among 3,000 who live together.
  const candidates = [
    { levels: [2, 2], count: 30 },
    { levels: [1, 2], count: 3000 },
    { levels: [2, 1], count: 300 },
  ]
  const data: TrainingData = {
    ...aBase(),
    passes: [{ patterns: candidates, blocked: [] }],
    candidates,
    random: [
      { levels: [2, 1], count: 10 },
      { levels: [1, 2], count: 2 },
      { levels: [1, 1], count: 99_988 },
    ],
    totalPairs: 20_000_000,
    mostDiffer: [0.1, 0.6],
  }
  const p = (levels: number[], given = data) => probability(patternWeight(train(given), levels))
  expect(p([1, 2])).toBeLessThan(0.5)
  expect(p([2, 2])).toBeGreaterThan(p([1, 2]))
  expect(p([1, 2], { ...data, mostDiffer: [1, 1] })).toBeGreaterThan(0.9)
})

/** Two binary fields: of `matches` pairs most agree in both, of the others few do. */
function aBase(same: PatternCount[] = [], different: PatternCount[] = []): TrainingData {
  const candidates = [
    { levels: [2, 2], count: 80 },
    { levels: [2, 1], count: 15 },
    { levels: [1, 2], count: 15 },
    { levels: [1, 1], count: 400 },
  ]
  return {
    levelCounts: [3, 3],
    chances: [0.02, 0.02],
    mostDiffer: [0.5, 0.5],
    passes: [{ patterns: candidates, blocked: [] }],
    candidates,
    random: [
      { levels: [2, 1], count: 30 },
      { levels: [1, 2], count: 30 },
      { levels: [1, 1], count: 1940 },
    ],
    totalPairs: 20_000,
    same,
    different,
  }
}

describe('decisions of people', () => {
  const weightOfPattern = (data: TrainingData, levels: number[]) => patternWeight(train(data), levels)

  test('that a pattern is one person raise its weight', () => {
    const labelled = aBase([{ levels: [2, 1], count: 40 }])
    expect(weightOfPattern(labelled, [2, 1])).toBeGreaterThan(weightOfPattern(aBase(), [2, 1]))
  })

  test('that it is not lower it', () => {
    const labelled = aBase([], [{ levels: [2, 1], count: 40 }])
    expect(weightOfPattern(labelled, [2, 1])).toBeLessThan(weightOfPattern(aBase(), [2, 1]))
  })
})

test('a score is explained by parts that sum up to it', () => {
  const model = {
    lambda: 0.01,
    m: levelCounts.map(count =>
      Array.from({ length: count }, (_, level) => (level === 0 ? 0 : level === count - 1 ? 0.8 : 0.2 / (count - 2))),
    ),
    u: levelCounts.map(count =>
      Array.from({ length: count }, (_, level) => (level === 0 ? 0 : level === 1 ? 0.9 : 0.1 / (count - 2))),
    ),
  }
  const scorer = createScorer(comparisons, model, {
    lastName: frequenciesOf([
      ['nova', 1],
      ['smith', 9],
    ]),
  })
  const [a, b] = [
    { ...nobody, firstName: 'marta', lastName: 'nova', city: 'brno' },
    { ...nobody, firstName: 'marta', lastName: 'nova', city: 'praha' },
  ]
  const parts = scorer.explain(a, b)
  expect(parts.map(({ field, level }) => [field, level])).toEqual(
    expect.arrayContaining([
      ['firstName', 'same'],
      ['lastName', 'same'],
      ['address', 'different'],
    ]),
  )
  const sum = parts.reduce((all, { weight }) => all + weight, Math.log2(0.01 / 0.99))
  expect(scorer.weigh(a, b)).toBeCloseTo(sum, 9)
  expect(scorer.weigh(a, b)).toBe(scorer.weigh(b, a))
})

test('the share of matches has Wilson’s interval', () => {
  expect(wilson(160, 200).low).toBeCloseTo(0.7391, 4)
  expect(wilson(160, 200).high).toBeCloseTo(0.8495, 4)
})

test('pairs that hang together make one group', () =>
  expect(
    clustersOf([
      ['a', 'b'],
      ['c', 'd'],
      ['b', 'e'],
    ]).map(group => group.toSorted()),
  ).toEqual([
    ['a', 'b', 'e'],
    ['c', 'd'],
  ]))

describe('blocking', () => {
  const marta = { ...nobody, firstName: 'marta', lastName: 'nova', birthday: '1980-05-12', emails: ['marta@x.test'] }
  const meet = (a: typeof marta, b: typeof marta) =>
    blockingKeys(a)
      .filter(key => blockingKeys(b).includes(key))
      .map(passOf)

  test('finds swapped names, and one birthday', () => {
    expect(meet(marta, { ...marta, firstName: 'nova', lastName: 'marta', birthday: '', emails: [] })).toContain(0)
    expect(meet(marta, { ...nobody, birthday: '1980-05-12' }).map(pass => passes[pass]!.name)).toEqual(['birthday'])
  })

  test('takes the smallest blocks first, and leaves out what is too much', () => {
    const limits = limitBlocks(
      [
        { pass: 0, size: 2, blocks: 1000 },
        { pass: 0, size: 100, blocks: 3 },
        { pass: 0, size: 900, blocks: 1 },
      ],
      1000,
    )
    expect(limits[0]).toEqual({ limit: 100, pairs: 1000 + 3 * 4950, skipped: 1, skippedPairs: 404_550 })
    const loose = passes.findIndex(pass => pass.isLoose)
    expect(limitBlocks([{ pass: loose, size: 2, blocks: 5 }], 1_000_000)[loose]).toMatchObject({ limit: 1, skipped: 5 })
  })
})
