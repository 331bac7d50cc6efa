import { blockedFields, passes } from './blocking.ts'
import { decodePattern, type Comparison } from './comparison.ts'
import type { PatternCount } from './estimate.ts'
import type { TrainingData } from './train.ts'

/** Counts of patterns over any number of pairs: what is learned from. */
export interface Tally {
  /** Adds a candidate pair; bit n of `found` says that pass n found it. */
  add(pattern: number, found: number): void
  addRandom(pattern: number): void
  addDecision(pattern: number, isSame: boolean): void
  data(totalPairs: number): TrainingData
}

export function createTally(comparisons: readonly Comparison[]): Tally {
  const levelCounts = comparisons.map(({ levels }) => levels.length)
  const candidates = new Map<number, number>()
  const random = new Map<number, number>()
  const decided = { same: new Map<number, number>(), different: new Map<number, number>() }
  const byPass = passes.map(() => new Map<number, number>())
  const add = (counts: Map<number, number>, pattern: number) => counts.set(pattern, (counts.get(pattern) ?? 0) + 1)
  const decoded = (counts: Map<number, number>): PatternCount[] =>
    [...counts].map(([pattern, count]) => ({ levels: decodePattern(levelCounts, pattern), count }))
  return {
    add(pattern, found) {
      add(candidates, pattern)
      for (let pass = 0; pass < byPass.length; pass++) if ((found >> pass) & 1) add(byPass[pass]!, pattern)
    },
    addRandom: pattern => add(random, pattern),
    addDecision: (pattern, isSame) => add(isSame ? decided.same : decided.different, pattern),
    data: totalPairs => ({
      levelCounts,
      chances: comparisons.map(({ chance }) => chance),
      mostDiffer: comparisons.map(({ mostDiffer }) => mostDiffer),
      candidates: decoded(candidates),
      random: decoded(random),
      same: decoded(decided.same),
      different: decoded(decided.different),
      passes: passes.map((pass, number) => ({
        patterns: decoded(byPass[number]!),
        blocked: blockedFields(pass, comparisons),
      })),
      totalPairs,
    }),
  }
}
