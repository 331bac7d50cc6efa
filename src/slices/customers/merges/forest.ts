/** A merge that is to be: the tree of `mergedId` goes under that of `survivorId`. */
export interface Pair {
  survivorId: string
  mergedId: string
}

/**
 * The edges that join these pairs, each from a root to a root as the roots are by then, and the roots afterwards of those
 * that stop being one. A pair that is one already, or one of whom is not there, makes no edge.
 */
export function joinTrees<P extends Pair>(
  pairs: readonly P[],
  rootOf: ReadonlyMap<string, string>,
): { edges: (P & Pair)[]; moved: Map<string, string> } {
  const parent = new Map<string, string>()
  const find = (id: string): string => {
    let root = id
    while (parent.has(root)) root = parent.get(root)!
    for (let at = id; at !== root;) {
      const next = parent.get(at)!
      parent.set(at, root)
      at = next
    }
    return root
  }
  const edges: (P & Pair)[] = []
  for (const pair of pairs) {
    const [above, below] = [rootOf.get(pair.survivorId), rootOf.get(pair.mergedId)]
    if (above === undefined || below === undefined) continue
    const [survivorId, mergedId] = [find(above), find(below)]
    if (survivorId === mergedId) continue
    parent.set(mergedId, survivorId)
    edges.push({ ...pair, survivorId, mergedId })
  }
  return { edges, moved: new Map([...parent.keys()].map(id => [id, find(id)])) }
}

/** The root of each of `ids` in the forest of `edges`. */
export function rootsIn(ids: Iterable<string>, edges: readonly Pair[]): Map<string, string> {
  const parent = new Map(edges.map(({ mergedId, survivorId }) => [mergedId, survivorId]))
  const rootOf = (id: string) => {
    let root = id
    while (parent.has(root)) root = parent.get(root)!
    return root
  }
  return new Map([...ids].map(id => [id, rootOf(id)]))
}
