import { decodePattern, encodePattern, type Comparison } from './comparison.ts'
import { levelWeight, patternWeight, type Parameters } from './model.ts'
import type { Person } from './person.ts'
import { frequencyOf, frequencyWeight, type Frequencies } from './term-frequency.ts'

/** By field; those whose values are not weighed are left out. */
export type FrequenciesByField = Record<string, Frequencies>

export interface FieldScore {
  field: string
  level: string
  /** Bits for (above 0) or against one person. */
  weight: number
  a: string
  b: string
}

/** The values by whose frequency a pattern is weighed, in the order of the comparisons: what both have the same. */
export type Agreement = (pattern: number, person: Person) => string[]

export function createAgreement(comparisons: readonly Comparison[]): Agreement {
  const agreed = createAgreedFields(comparisons)
  return (pattern, person) => agreed(pattern).map(at => comparisons[at]!.value!(person))
}

/** Indices of the comparisons that weigh values and whose level is `same`, by pattern. */
function createAgreedFields(comparisons: readonly Comparison[]): (pattern: number) => number[] {
  const levelCounts = comparisons.map(({ levels }) => levels.length)
  const known = new Map<number, number[]>()
  return pattern => {
    let found = known.get(pattern)
    if (!found) {
      const levels = decodePattern(levelCounts, pattern)
      found = comparisons.flatMap(({ value, levels: names }, at) =>
        value && levels[at] === names.length - 1 ? at : [],
      )
      known.set(pattern, found)
    }
    return found
  }
}

export interface Scorer {
  /** log2 odds that two people are one. */
  weigh(a: Person, b: Person): number
  /** The same from a pattern and the values that agree. */
  weighPattern(pattern: number, agreed: readonly string[]): number
  /** What each known field says, the strongest first; the parts and the prior sum up to the weight. */
  explain(a: Person, b: Person): FieldScore[]
}

export function createScorer(
  comparisons: readonly Comparison[],
  parameters: Parameters,
  frequencies: FrequenciesByField,
): Scorer {
  const levelCounts = comparisons.map(({ levels }) => levels.length)
  const agreedFields = createAgreedFields(comparisons)
  const agreement = createAgreement(comparisons)
  const weights = new Map<number, number>()
  const weightOfPattern = (pattern: number) => {
    let weight = weights.get(pattern)
    if (weight === undefined) {
      weight = patternWeight(parameters, decodePattern(levelCounts, pattern))
      weights.set(pattern, weight)
    }
    return weight
  }
  const adjustment = (at: number, value: string) => {
    const { field, levels } = comparisons[at]!
    const known = frequencies[field]
    return known ? frequencyWeight(parameters.u[at]![levels.length - 1]!, frequencyOf(known, value)) : 0
  }
  const weighPattern = (pattern: number, agreed: readonly string[]) =>
    agreedFields(pattern).reduce((sum, at, index) => sum + adjustment(at, agreed[index]!), weightOfPattern(pattern))
  return {
    weighPattern,
    weigh(a, b) {
      const pattern = encodePattern(comparisons, a, b)
      return weighPattern(pattern, agreement(pattern, a))
    },
    explain(a, b) {
      const pattern = encodePattern(comparisons, a, b)
      const levels = decodePattern(levelCounts, pattern)
      const agreed = agreedFields(pattern)
      return comparisons
        .flatMap(({ field, levels: names, shown, value }, at) => {
          if (levels[at] === 0) return []
          const adjusted = agreed.includes(at) ? adjustment(at, value!(a)) : 0
          const weight = levelWeight(parameters, at, levels[at]!) + adjusted
          return { field, level: names[levels[at]!]!, weight, a: shown(a), b: shown(b) }
        })
        .sort((x, y) => Math.abs(y.weight) - Math.abs(x.weight))
    },
  }
}
