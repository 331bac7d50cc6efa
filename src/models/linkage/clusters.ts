import { Union } from '../../kernel/union.ts'

/** Groups that hang together by pairs; every member once, groups of one left out. */
export function clustersOf<T>(pairs: Iterable<readonly [T, T]>): T[][] {
  const union = new Union<T>()
  for (const [a, b] of pairs) union.join(a, b)
  return [...union.sets().values()].filter(group => group.length > 1)
}
