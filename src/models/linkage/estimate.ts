import type { Parameters } from './model.ts'

/** How many pairs show a pattern of levels; 0 is missing. Counts may be fractions. */
export interface PatternCount {
  levels: ArrayLike<number>
  count: number
}

export interface EstimateOptions {
  /** Where to start; `m` of fields that are not trained stays as it is. */
  start: Parameters
  /** Indices of the fields that take part; all by default. The others are not looked at. */
  fields?: readonly number[]
  /** u stays as given (it comes from random pairs) unless it is to be learned too. */
  learnsU?: boolean
  /** As many pairs as `start.m` counts for, so that levels nobody has seen keep a share. */
  priorCount?: number
  /** By field, the largest share of matches that may be at level 1, `different`. */
  mostDiffer?: readonly number[]
  maxIterations?: number
  tolerance?: number
}

export interface Estimate extends Parameters {
  /** Pairs that are expected to be matches. */
  matches: number
  iterations: number
  /** Of the pairs, in natural logs, before each iteration: it never falls (without a prior). */
  logLikelihoods: number[]
}

/**
 * Expectation–maximisation on counts of comparison patterns (Winkler 1988; Dempster, Laird & Rubin 1977): the cost does
 * not depend on the number of pairs. Missing values take no part in the shares of their field.
 */
export function estimate(patterns: readonly PatternCount[], options: EstimateOptions): Estimate {
  const { start, learnsU = false, priorCount = 0, mostDiffer, maxIterations = 200, tolerance = 1e-7 } = options
  const fields = options.fields ?? start.m.map((_, field) => field)
  let current: Parameters = start
  const logLikelihoods: number[] = []
  const total = patterns.reduce((sum, pattern) => sum + pattern.count, 0)
  let matches = 0
  let iterations = 0
  while (iterations < maxIterations) {
    const m = emptied(start.m)
    const u = emptied(start.u)
    matches = 0
    let logLikelihood = 0
    for (const { levels, count } of patterns) {
      let ofMatch = current.lambda
      let ofOther = 1 - current.lambda
      for (const field of fields) {
        const level = levels[field]!
        if (level === 0) continue
        ofMatch *= current.m[field]![level]!
        ofOther *= current.u[field]![level]!
      }
      const share = ofMatch + ofOther > 0 ? ofMatch / (ofMatch + ofOther) : 0
      logLikelihood += count * Math.log(ofMatch + ofOther)
      matches += count * share
      for (const field of fields) {
        const level = levels[field]!
        if (level === 0) continue
        m[field]![level]! += count * share
        u[field]![level]! += count * (1 - share)
      }
    }
    logLikelihoods.push(logLikelihood)
    iterations++
    const next: Parameters = {
      lambda: Math.min(1 - 1e-9, Math.max(1e-12, matches / Math.max(total, 1e-9))),
      m: start.m.map((shares, field) =>
        fields.includes(field)
          ? atMost(normalised(m[field]!, shares, priorCount), mostDiffer?.[field])
          : current.m[field]!,
      ),
      u: learnsU
        ? start.u.map((shares, field) =>
            fields.includes(field) ? normalised(u[field]!, shares, priorCount) : current.u[field]!,
          )
        : start.u,
    }
    const moved = distance(current, next, fields)
    current = next
    if (moved < tolerance) break
  }
  return { ...current, matches, iterations, logLikelihoods }
}

function emptied(shares: readonly (readonly number[])[]): number[][] {
  return shares.map(levels => levels.map(() => 0))
}

/** Shares of the levels from their counts, with `before` counting for as many as `priorCount`. */
export function normalised(counts: readonly number[], before: readonly number[], priorCount: number): number[] {
  const sum = counts.reduce((all, count) => all + count, 0) + priorCount
  if (sum <= 0) return [...before]
  return counts.map((count, level) => (level === 0 ? 0 : Math.max((count + priorCount * before[level]!) / sum, 1e-9)))
}

/** The shares with that of level 1 held down to `most`, the others raised in proportion. */
export function atMost(shares: readonly number[], most = 1): number[] {
  const differ = shares[1]!
  if (differ <= most) return [...shares]
  const rise = (1 - most) / Math.max(1 - differ, 1e-9)
  return shares.map((share, level) => (level === 0 ? 0 : level === 1 ? most : share * rise))
}

function distance(a: Parameters, b: Parameters, fields: readonly number[]): number {
  let most = Math.abs(a.lambda - b.lambda)
  for (const field of fields) {
    a.m[field]!.forEach((share, level) => (most = Math.max(most, Math.abs(share - b.m[field]![level]!))))
    a.u[field]!.forEach((share, level) => (most = Math.max(most, Math.abs(share - b.u[field]![level]!))))
  }
  return most
}
