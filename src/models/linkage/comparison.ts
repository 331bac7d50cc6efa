import type { Person } from './person.ts'

/**
 * How one field of two people is compared. `compare` answers with an index into `levels`: 0 `missing` (unknown on either
 * side, says nothing), 1 `different`, then levels that are more alike; it is symmetric.
 */
export interface Comparison {
  field: string
  levels: readonly string[]
  compare(a: Person, b: Person): number
  /** How often two strangers agree, roughly: what counts until random pairs tell. */
  chance: number
  /**
   * At most this share of the records of one person differ. Without it, a base with more families and colleagues than
   * duplicates would teach that people who share an address are one, whatever their names.
   */
  mostDiffer: number
  /** The value by whose frequency an agreement at the level `same` is weighed. */
  value?(person: Person): string
  /** What is shown of a side. */
  shown(person: Person): string
}

/** All levels of a comparison of two people as one whole number, its digits in mixed radix. Below 2^53. */
export function encodePattern(comparisons: readonly Comparison[], a: Person, b: Person): number {
  let pattern = 0
  for (let at = comparisons.length - 1; at >= 0; at--) {
    const { levels, compare } = comparisons[at]!
    pattern = pattern * levels.length + compare(a, b)
  }
  return pattern
}

/** The levels that `encodePattern` put into a number, in the order of the comparisons. */
export function decodePattern(levelCounts: readonly number[], pattern: number): Uint8Array {
  const levels = new Uint8Array(levelCounts.length)
  for (let at = 0, rest = pattern; at < levelCounts.length; at++) {
    const count = levelCounts[at]!
    levels[at] = rest % count
    rest = Math.floor(rest / count)
  }
  return levels
}
