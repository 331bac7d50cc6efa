/** How common the values of a field are: the commonest by name, all others by their mean. Shares of the known values. */
export interface Frequencies {
  common: Record<string, number>
  /** Share of one value that is not among the common ones. */
  rest: number
}

/** Values of fewer people are not kept by name: they are rare anyway, and may tell who somebody is. */
const leastKept = 3

/** From every value with its count. `keep` is how many of the commonest are kept at most. */
export function frequenciesOf(counts: Iterable<readonly [string, number]>, keep = 1000): Frequencies {
  const sorted = [...counts].filter(([value]) => value !== '').sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const total = sorted.reduce((sum, [, count]) => sum + count, 0)
  const rare = sorted.findIndex(([, count]) => count < leastKept)
  const length = Math.min(keep, rare < 0 ? sorted.length : rare)
  const [common, others] = [sorted.slice(0, length), sorted.slice(length)]
  const left = others.reduce((sum, [, count]) => sum + count, 0)
  return {
    common: Object.fromEntries(common.map(([value, count]) => [value, count / total])),
    rest: total === 0 ? 1 : others.length > 0 ? left / others.length / total : 1 / (total + 1),
  }
}

export function frequencyOf({ common, rest }: Frequencies, value: string): number {
  return Object.hasOwn(common, value) ? common[value]! : rest
}

/** No adjustment takes or adds more bits than this: a share from few values is not known better. */
export const mostAdjustment = 6

/** log2(u_exact / tf(value)): bits that agreeing on a rare value adds and on a common one takes. */
export function frequencyWeight(uExact: number, frequency: number): number {
  return Math.min(mostAdjustment, Math.max(-mostAdjustment, Math.log2(uExact / frequency)))
}
