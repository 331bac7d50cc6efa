import { atMost, estimate, normalised, type PatternCount } from './estimate.ts'
import { patternWeight, probability, type Parameters } from './model.ts'

export interface TrainingData {
  /** Levels of each field's comparison, level 0 (missing) among them. */
  levelCounts: readonly number[]
  /** For each field, how often two strangers agree, roughly; random pairs soon tell better. */
  chances: readonly number[]
  /** For each field, the largest share of matches that differ in it. */
  mostDiffer: readonly number[]
  /** Patterns of each blocking pass, with the indices of the fields that its keys anticipate. */
  passes: readonly { patterns: readonly PatternCount[]; blocked: readonly number[] }[]
  /** Patterns of all candidate pairs, each pair once. */
  candidates: readonly PatternCount[]
  /** Patterns of pairs chosen at random. */
  random: readonly PatternCount[]
  /** All pairs that there are: n(n−1)/2. */
  totalPairs: number
  /** What people decided. */
  same?: readonly PatternCount[]
  different?: readonly PatternCount[]
}

export interface Trained extends Parameters {
  /** Candidate pairs that are expected to be matches. */
  matches: number
  /** How many passes taught something of m. */
  passes: number
}

/** A decision of a person weighs as much as so many pairs that the model only believes. */
export const decisionWeight = 5
/** What a pass believes counts for at most so many pairs beside the decisions, so that these are heard in any base. */
const mostBelieved = 500
const priorCount = 4
const rounds = 3

/**
 * Learns a model without labels, and better with them:
 * - u from random pairs, less the share of matches that must be among them;
 * - m by EM for each pass over the fields that it is not blocked on, then averaged by how many matches each pass holds;
 * - λ so that it is the share of all pairs that the candidates' probabilities sum up to;
 * - decisions: each `same` adds `decisionWeight` pairs of its pattern to m, beside at most 500 believed ones; each
 *   `different` adds as many to u beside the random pairs.
 */
export function train(data: TrainingData): Trained {
  const { levelCounts, chances, mostDiffer, candidates, random, totalPairs, same = [], different = [] } = data
  const weighted = (patterns: readonly PatternCount[]) =>
    patterns.map(({ levels, count }) => ({ levels, count: count * decisionWeight }))
  const usual = levelCounts.map((levels, field) => usualShares(levels, mostDiffer[field]!))
  const observed = sharesOf(levelCounts, chances, [...random, ...weighted(different)])
  let parameters: Parameters = {
    lambda: Math.min(0.5, 1 / Math.max(1, Math.sqrt(totalPairs))),
    m: usual,
    u: observed,
  }
  let taught = 0
  let matches = 0
  for (let round = 0; round < rounds; round++) {
    ;({ parameters, taught } = learnM(data, parameters, weighted(same)))
    ;({ parameters, matches } = learnLambda(candidates, totalPairs, parameters))
    parameters = { ...parameters, u: withoutMatches(observed, parameters) }
  }
  return { ...learnLambda(candidates, totalPairs, parameters).parameters, matches, passes: taught }
}

function learnM(
  { passes, levelCounts, mostDiffer }: TrainingData,
  before: Parameters,
  same: readonly PatternCount[],
): { parameters: Parameters; taught: number } {
  const sums = levelCounts.map(count => new Array<number>(count).fill(0))
  let taught = 0
  for (const { patterns, blocked } of passes) {
    const fields = levelCounts.map((_, field) => field).filter(field => !blocked.includes(field))
    const start = { ...before, lambda: 0.3 }
    const { m, matches } = estimate(patterns, {
      start,
      fields,
      priorCount,
      mostDiffer,
      maxIterations: 60,
      tolerance: 1e-5,
    })
    if (matches < 1) continue
    taught++
    const known = countKnown(patterns, levelCounts.length)
    for (const field of fields) {
      const weight = Math.min(matches * known[field]!, mostBelieved)
      m[field]!.forEach((share, level) => (sums[field]![level]! += weight * share))
    }
  }
  const m = sums.map((counts, field) => {
    const believed = counts.reduce((sum, count) => sum + count, 0)
    const scale = Math.min(1, mostBelieved / Math.max(believed, 1e-9))
    const all = counts.map(count => count * scale)
    for (const { levels, count } of same) if (levels[field]! > 0) all[levels[field]!]! += count
    return atMost(normalised(all, usualShares(counts.length, mostDiffer[field]!), priorCount), mostDiffer[field])
  })
  return { parameters: { ...before, m }, taught }
}

/** Share of the pairs in which each field is known on both sides. */
function countKnown(patterns: readonly PatternCount[], fields: number): number[] {
  const known = new Array<number>(fields).fill(0)
  let total = 0
  for (const { levels, count } of patterns) {
    total += count
    for (let field = 0; field < fields; field++) if (levels[field]! > 0) known[field]! += count
  }
  return known.map(count => (total === 0 ? 0 : count / total))
}

/** λ is the fixed point of: matches expected among the candidates ÷ all pairs. */
function learnLambda(
  candidates: readonly PatternCount[],
  totalPairs: number,
  before: Parameters,
): { parameters: Parameters; matches: number } {
  const likelihoods = candidates.map(({ levels, count }) => ({
    weight: patternWeight({ ...before, lambda: 0.5 }, levels),
    count,
  }))
  let { lambda } = before
  let matches = 0
  for (let iteration = 0; iteration < 100; iteration++) {
    const prior = Math.log2(lambda / (1 - lambda))
    matches = likelihoods.reduce((sum, { weight, count }) => sum + count * probability(prior + weight), 0)
    const next = Math.min(0.5, Math.max(matches, 0.5) / Math.max(totalPairs, 1))
    if (Math.abs(next - lambda) < lambda * 1e-6) break
    lambda = next
  }
  return { parameters: { ...before, lambda }, matches }
}

/** Random pairs hold a share λ of matches; what those bring is taken off again. */
function withoutMatches(observed: number[][], { lambda, m }: Parameters): number[][] {
  return observed.map((shares, field) => {
    const least = (share: number) => share * 0.02
    const counts = shares.map((share, level) =>
      level === 0 ? 0 : Math.max(share - lambda * m[field]![level]!, least(share)),
    )
    return normalised(counts, shares, 0)
  })
}

/** Shares of the levels in random pairs; what is expected by chance counts for fifty more. */
function sharesOf(
  levelCounts: readonly number[],
  chances: readonly number[],
  patterns: readonly PatternCount[],
): number[][] {
  return levelCounts.map((levels, field) => {
    const chance = chances[field]!
    const usual = Array.from({ length: levels }, (_, level) =>
      level === 0 ? 0 : level === 1 ? 1 - chance * (levels - 2) : chance,
    )
    const counts = new Array<number>(levels).fill(0)
    for (const { levels: pattern, count } of patterns) if (pattern[field]! > 0) counts[pattern[field]!]! += count
    return normalised(counts, usual, 50)
  })
}

/** What to expect of matches before anything is learned: half as many differ as may, most of the others agree. */
function usualShares(levels: number, mostDiffer: number): number[] {
  const differ = mostDiffer / 2
  const between = levels - 3
  const agree = between > 0 ? 0.9 : 1
  return Array.from({ length: levels }, (_, level) => {
    if (level === 0) return 0
    if (level === 1) return levels === 2 ? 1 : differ
    return (1 - differ) * (level === levels - 1 ? agree : (1 - agree) / between)
  })
}
