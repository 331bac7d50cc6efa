export interface Quality {
  truePositives: number
  falsePositives: number
  falseNegatives: number
  precision: number
  recall: number
  f1: number
}

/** Precision, recall and their harmonic mean from counts of pairs; 1 where nothing was to be found or claimed. */
export function qualityOf(claimed: number, right: number, all: number): Quality {
  const precision = claimed === 0 ? 1 : right / claimed
  const recall = all === 0 ? 1 : right / all
  return {
    truePositives: right,
    falsePositives: claimed - right,
    falseNegatives: all - right,
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  }
}

/** How many pairs of records belong to one entity: Σ n(n−1)/2 over the entities. */
export function truePairs(entities: readonly string[]): number {
  const sizes = new Map<string, number>()
  for (const entity of entities) sizes.set(entity, (sizes.get(entity) ?? 0) + 1)
  let pairs = 0
  for (const size of sizes.values()) pairs += (size * (size - 1)) / 2
  return pairs
}
