/**
 * Whether one slip makes one text of the other: a letter added, left out or replaced, or two neighbours exchanged
 * (Damerau 1964). Symmetric; equal texts are none. Linear in the length.
 */
export function isOneSlip(a: string, b: string): boolean {
  if (a.length > b.length) return isOneSlip(b, a)
  const [short, long] = [a.length, b.length]
  if (long - short > 1 || a === b) return false
  let start = 0
  while (start < short && a.charCodeAt(start) === b.charCodeAt(start)) start++
  let end = 0
  while (end < short - start && a.charCodeAt(short - 1 - end) === b.charCodeAt(long - 1 - end)) end++
  const [restA, restB] = [short - start - end, long - start - end]
  if (restA + restB === 1 || (restA === 1 && restB === 1)) return true
  return (
    restA === 2 &&
    restB === 2 &&
    a.charCodeAt(start) === b.charCodeAt(start + 1) &&
    a.charCodeAt(start + 1) === b.charCodeAt(start)
  )
}

const longest = 256
const usedA = new Uint8Array(longest)
const usedB = new Uint8Array(longest)

/**
 * Jaro's similarity with Winkler's bonus for a common beginning (Winkler 1990), in [0, 1]; 1 for equal texts. Symmetric.
 * Looks at the first 256 units of a text.
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1
  if (a.length > b.length || (a.length === b.length && a > b)) return jaroWinkler(b, a)
  const [lengthA, lengthB] = [Math.min(a.length, longest), Math.min(b.length, longest)]
  if (lengthA === 0 || lengthB === 0) return 0
  const reach = Math.max(0, (Math.max(lengthA, lengthB) >> 1) - 1)
  usedA.fill(0, 0, lengthA)
  usedB.fill(0, 0, lengthB)
  let common = 0
  for (let at = 0; at < lengthA; at++) {
    const code = a.charCodeAt(at)
    const to = Math.min(lengthB - 1, at + reach)
    for (let other = Math.max(0, at - reach); other <= to; other++) {
      if (usedB[other] === 1 || b.charCodeAt(other) !== code) continue
      usedA[at] = usedB[other] = 1
      common++
      break
    }
  }
  if (common === 0) return 0
  let exchanged = 0
  for (let at = 0, other = 0; at < lengthA; at++) {
    if (usedA[at] === 0) continue
    while (usedB[other] === 0) other++
    if (a.charCodeAt(at) !== b.charCodeAt(other)) exchanged++
    other++
  }
  const jaro = (common / lengthA + common / lengthB + (common - exchanged / 2) / common) / 3
  let prefix = 0
  while (prefix < Math.min(4, lengthA, lengthB) && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}
