export interface Stretch {
  text: string
  /** Not in the other text. */
  isOther: boolean
}

/** Beyond this length texts are compared by the word: by the character it would cost too much and say too little. */
const longest = 120

/** Two texts in stretches that they have in common and stretches that they have not; case does not matter. */
export function differences(one: string, other: string): [Stretch[], Stretch[]] {
  const units = one.length > longest || other.length > longest ? words : letters
  const [a, b] = [units(one), units(other)]
  const common = commonOf(a, b)
  // When hardly anything is in common, single letters that happen to be are noise.
  const isNoise = common.a.size * 2 < Math.max(a.length, b.length)
  return [stretches(a, isNoise ? new Set() : common.a), stretches(b, isNoise ? new Set() : common.b)]
}

const letters = (text: string) => [...text]
const words = (text: string) => text.split(/(?<=\s)/)

/** Positions of a longest common subsequence. */
function commonOf(a: string[], b: string[]): { a: Set<number>; b: Set<number> } {
  const [x, y] = [a, b].map(units => units.map(unit => unit.trim().toLocaleLowerCase() || ' ')) as [string[], string[]]
  const lengths = Array.from({ length: x.length + 1 }, () => new Uint16Array(y.length + 1))
  for (let i = x.length - 1; i >= 0; i--)
    for (let j = y.length - 1; j >= 0; j--)
      lengths[i]![j] = x[i] === y[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
  const common = { a: new Set<number>(), b: new Set<number>() }
  for (let i = 0, j = 0; i < x.length && j < y.length;) {
    if (x[i] === y[j]) {
      common.a.add(i++)
      common.b.add(j++)
    } else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++
    else j++
  }
  return common
}

function stretches(units: string[], common: ReadonlySet<number>): Stretch[] {
  const found: Stretch[] = []
  units.forEach((text, at) => {
    const isOther = !common.has(at)
    const last = found.at(-1)
    if (last?.isOther === isOther) last.text += text
    else found.push({ text, isOther })
  })
  return found
}
