import { wilson } from '../../../models/linkage/precision.ts'
import type { PrecisionPoint } from './schema.ts'

/** From lenient to strict; where the slider stops. */
export const thresholds = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999] as const

/** Pairs or decisions between one threshold and the next. */
export interface Bucket {
  /** How many thresholds lie at or below them. */
  bucket: number
  pairs: number
  /** Sum of their probabilities. */
  sum: number
  decided: number
  same: number
}

/** For each threshold what lies at or above it. */
export function precisionOf(buckets: readonly Bucket[]): PrecisionPoint[] {
  return thresholds.map((threshold, at) => {
    const above = buckets.filter(({ bucket }) => bucket > at)
    const total = (key: keyof Bucket) => above.reduce((sum, bucket) => sum + bucket[key], 0)
    const [pairs, decided, same] = [total('pairs'), total('decided'), total('same')]
    return {
      threshold,
      pairs,
      expected: pairs === 0 ? null : total('sum') / pairs,
      observed: decided === 0 ? null : { share: same / decided, decided, ...wilson(same, decided) },
    }
  })
}
