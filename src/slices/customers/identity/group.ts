import { clustersOf } from '../../../models/linkage/clusters.ts'

export interface ContactPair {
  id: string
  aId: string
  bId: string
  probability: number
}

/** Pairs that hang together by a contact; those of three or more contacts, the strongest pair first. */
export function groupPairs<P extends ContactPair>(pairs: readonly P[]): P[][] {
  const clusters = clustersOf(pairs.map(({ aId, bId }) => [aId, bId] as const)).filter(cluster => cluster.length > 2)
  const clusterOf = new Map(clusters.flatMap((cluster, at) => cluster.map(id => [id, at] as const)))
  const grouped = Map.groupBy(
    pairs.filter(({ aId }) => clusterOf.has(aId)),
    ({ aId }) => clusterOf.get(aId),
  )
  return [...grouped.values()]
    .map(members => members.toSorted(strongerFirst))
    .sort((one, other) => strongerFirst(one[0]!, other[0]!))
}

export function strongerFirst(one: ContactPair, other: ContactPair): number {
  return other.probability - one.probability || (one.id < other.id ? 1 : -1)
}
