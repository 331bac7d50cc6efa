/** Mean of the probabilities at or above a threshold: the share of matches to expect among them; null when there are none. */
export function expectedPrecision(probabilities: readonly number[], threshold: number): number | null {
  let [sum, count] = [0, 0]
  for (const p of probabilities) {
    if (p < threshold) continue
    sum += p
    count++
  }
  return count === 0 ? null : sum / count
}

export interface ObservedPrecision {
  precision: number
  /** Decisions that it rests on. */
  sample: number
  low: number
  high: number
}

/** Share of matches among what people decided at or above a threshold, with its Wilson interval (1927); z = 1.96 is 95%. */
export function observedPrecision(
  decisions: readonly { probability: number; isSame: boolean }[],
  threshold: number,
  z = 1.96,
): ObservedPrecision | null {
  const above = decisions.filter(decision => decision.probability >= threshold)
  if (above.length === 0) return null
  const right = above.filter(decision => decision.isSame).length
  return { precision: right / above.length, sample: above.length, ...wilson(right, above.length, z) }
}

/** Wilson's interval of a share: `successes` of `trials`, trials > 0. */
export function wilson(successes: number, trials: number, z = 1.96): { low: number; high: number } {
  const share = successes / trials
  const middle = (share + (z * z) / (2 * trials)) / (1 + (z * z) / trials)
  const half = (z / (1 + (z * z) / trials)) * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials ** 2))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
