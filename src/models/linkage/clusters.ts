/** Groups that hang together by pairs (union–find with path halving); every member once, groups of one left out. */
export function clustersOf<T>(pairs: Iterable<readonly [T, T]>): T[][] {
  const parents = new Map<T, T>()
  const rootOf = (member: T): T => {
    let at = member
    for (let parent = parents.get(at); parent !== undefined && parent !== at; parent = parents.get(at)) {
      const above = parents.get(parent)!
      parents.set(at, above)
      at = above
    }
    if (!parents.has(at)) parents.set(at, at)
    return at
  }
  for (const [a, b] of pairs) {
    const [rootA, rootB] = [rootOf(a), rootOf(b)]
    if (rootA !== rootB) parents.set(rootB, rootA)
  }
  const groups = new Map<T, T[]>()
  for (const member of parents.keys()) {
    const root = rootOf(member)
    const group = groups.get(root)
    if (group) group.push(member)
    else groups.set(root, [member])
  }
  return [...groups.values()].filter(group => group.length > 1)
}
