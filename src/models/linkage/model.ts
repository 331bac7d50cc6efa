/**
 * The model of Fellegi & Sunter (1969): `lambda` is the share of matches among all pairs; `m[field][level]` and
 * `u[field][level]` are the shares of a level among matches and among others whose field is known. Level 0 (missing) is 0.
 */
export interface Parameters {
  lambda: number
  m: number[][]
  u: number[][]
}

/** log2 of the odds that any pair is a match, before anything is compared. */
export function priorWeight(lambda: number): number {
  return Math.log2(lambda / (1 - lambda))
}

/** log2(m/u) of a level: bits for (above 0) or against a match; 0 for a missing value. */
export function levelWeight({ m, u }: Parameters, field: number, level: number): number {
  return level === 0 ? 0 : Math.log2(m[field]![level]! / u[field]![level]!)
}

/** log2 odds of a pattern, prior included. */
export function patternWeight(parameters: Parameters, levels: ArrayLike<number>): number {
  let weight = priorWeight(parameters.lambda)
  for (let field = 0; field < levels.length; field++) weight += levelWeight(parameters, field, levels[field]!)
  return weight
}

/** p = 2^w / (1 + 2^w), in [0, 1]. */
export function probability(weight: number): number {
  return 1 / (1 + 2 ** -weight)
}

/** The weight of a probability in (0, 1): the inverse of `probability`. */
export function weightOf(p: number): number {
  return Math.log2(p / (1 - p))
}
