import { Union } from '../../../kernel/union.ts'

/** A merge that is to be: the tree of `mergedId` goes under that of `survivorId`. */
export interface MergedPair {
  survivorId: string
  mergedId: string
}

/**
 * The edges that join these pairs, each from a root to a root as the roots are by then, and the roots afterwards of those
 * that stop being one. A pair that is one already, or one of whom is not there, makes no edge.
 */
export function joinTrees<P extends MergedPair>(
  pairs: readonly P[],
  rootOf: ReadonlyMap<string, string>,
): { edges: (P & MergedPair)[]; moved: Map<string, string> } {
  const trees = new Union<string>()
  const edges: (P & MergedPair)[] = []
  for (const pair of pairs) {
    const [above, below] = [rootOf.get(pair.survivorId), rootOf.get(pair.mergedId)]
    if (above === undefined || below === undefined) continue
    const [survivorId, mergedId] = [trees.find(above), trees.find(below)]
    if (trees.join(survivorId, mergedId)) edges.push({ ...pair, survivorId, mergedId })
  }
  return { edges, moved: new Map(edges.map(({ mergedId }) => [mergedId, trees.find(mergedId)])) }
}

/** The root of each of `ids` in the forest of `edges`. */
export function rootsIn(ids: Iterable<string>, edges: readonly MergedPair[]): Map<string, string> {
  const trees = new Union<string>()
  for (const { survivorId, mergedId } of edges) trees.join(survivorId, mergedId)
  return new Map([...ids].map(id => [id, trees.find(id)]))
}
