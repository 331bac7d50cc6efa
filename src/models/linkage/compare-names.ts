import { isOneSlip, jaroWinkler } from './distance.ts'
import { areNicknames } from './nicknames.ts'
import { isLatin, toLatin } from './script.ts'

export const firstNameLevels = [
  'missing',
  'different',
  'similar',
  'initial',
  'slip',
  'script',
  'nickname',
  'swapped',
  'same',
] as const
export const lastNameLevels = ['missing', 'different', 'similar', 'initial', 'slip', 'script', 'same'] as const

interface Names {
  firstName: string
  lastName: string
}

/** Whether first and last name stand in each other's place; an exchange may hide one slip. */
function areSwapped(a: Names, b: Names): boolean {
  if (a.firstName === '' || a.lastName === '' || b.firstName === '' || b.lastName === '') return false
  if (a.firstName === b.lastName) return a.lastName === b.firstName || isOneSlip(a.lastName, b.firstName)
  return a.lastName === b.firstName && isOneSlip(a.firstName, b.lastName)
}

/** First names: an index into `firstNameLevels`. */
export function compareFirstNames(a: Names, b: Names): number {
  const [x, y] = [a.firstName, b.firstName]
  if (x === y) return x === '' ? 0 : 8
  if (areSwapped(a, b)) return 7
  if (x === '' || y === '') return 0
  if (areNicknames(x, y)) return 6
  return compareParts(x, y)
}

/** Last names: an index into `lastNameLevels`. Swapped names count once, with the first name, and are missing here. */
export function compareLastNames(a: Names, b: Names): number {
  const [x, y] = [a.lastName, b.lastName]
  if (x === y) return x === '' ? 0 : 6
  if (x === '' || y === '' || areSwapped(a, b)) return 0
  return compareParts(x, y)
}

/** Levels that both have: 1 different, 2 similar, 3 initial, 4 slip, 5 script. */
function compareParts(a: string, b: string): number {
  if (isInitialOf(a, b) || isInitialOf(b, a)) return 3
  if (isLatin(a) !== isLatin(b)) return jaroWinkler(sound(a), sound(b)) >= 0.85 ? 5 : 1
  if (isOneSlip(a, b)) return 4
  return jaroWinkler(a, b) >= 0.88 ? 2 : 1
}

function isInitialOf(a: string, b: string): boolean {
  if (a.length > 2 || a.length === 0 || b.length < 2 || a[0] !== b[0]) return false
  return a.length === 1 || a[1] === '.'
}

/** Spellings that transliterations differ in are made one. */
function sound(name: string): string {
  return toLatin(name)
    .replaceAll('x', 'ks')
    .replaceAll('ck', 'k')
    .replaceAll('c', 'k')
    .replaceAll('w', 'v')
    .replaceAll('ph', 'f')
    .replaceAll('y', 'i')
    .replaceAll('j', 'i')
}
