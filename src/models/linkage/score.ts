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

export interface Scorer {
  /** log2 odds that two people are one. `pattern` is theirs, if it is known. */
  weigh(a: Person, b: Person, pattern?: number): number
  /** What each known field says, the strongest first; the parts and the prior sum up to the weight. */
  explain(a: Person, b: Person): FieldScore[]
}

export function createScorer(
  comparisons: readonly Comparison[],
  parameters: Parameters,
  frequencies: FrequenciesByField,
): Scorer {
  const levelCounts = comparisons.map(({ levels }) => levels.length)
  const known = new Map<number, { weight: number; agreed: number[] }>()
  const read = (pattern: number) => {
    let found = known.get(pattern)
    if (!found) {
      const levels = decodePattern(levelCounts, pattern)
      const agreed = comparisons.flatMap(({ value, field, levels: names }, at) =>
        value && frequencies[field] && levels[at] === names.length - 1 ? at : [],
      )
      found = { weight: patternWeight(parameters, levels), agreed }
      known.set(pattern, found)
    }
    return found
  }
  const adjustment = (at: number, person: Person) => {
    const { field, value, levels } = comparisons[at]!
    return frequencyWeight(parameters.u[at]![levels.length - 1]!, frequencyOf(frequencies[field]!, value!(person)))
  }
  return {
    weigh(a, b, pattern = encodePattern(comparisons, a, b)) {
      const { weight, agreed } = read(pattern)
      return agreed.reduce((sum, at) => sum + adjustment(at, a), weight)
    },
    explain(a, b) {
      const pattern = encodePattern(comparisons, a, b)
      const levels = decodePattern(levelCounts, pattern)
      const { agreed } = read(pattern)
      return comparisons
        .flatMap(({ field, levels: names, shown }, at) => {
          if (levels[at] === 0) return []
          const weight = levelWeight(parameters, at, levels[at]!) + (agreed.includes(at) ? adjustment(at, a) : 0)
          return { field, level: names[levels[at]!]!, weight, a: shown(a), b: shown(b) }
        })
        .sort((x, y) => Math.abs(y.weight) - Math.abs(x.weight))
    },
  }
}
