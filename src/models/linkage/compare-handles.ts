import { isOneSlip, jaroWinkler } from './distance.ts'
import type { Person } from './person.ts'

export const emailLevels = ['missing', 'different', 'similar', 'part', 'slip', 'same'] as const

/** The best of all pairs of e-mails: an index into `emailLevels`. `part` is the same local part elsewhere. */
export function compareEmails(a: readonly string[], b: readonly string[]): number {
  return best(a, b, (x, y) => {
    if (x === y) return 5
    if (isOneSlip(x, y)) return 4
    const [localX, localY] = [localPart(x), localPart(y)]
    if (localX === localY && localX.length >= 4) return 3
    return jaroWinkler(x, y) >= 0.9 || (localX.length >= 6 && isOneSlip(localX, localY)) ? 2 : 1
  })
}

export function localPart(email: string): string {
  return email.slice(0, email.indexOf('@')).split('+')[0]!
}

export const phoneLevels = ['missing', 'different', 'slip', 'part', 'same'] as const

/** The best of all pairs of numbers: an index into `phoneLevels`. `part` is the same last nine figures. */
export function comparePhones(a: readonly string[], b: readonly string[]): number {
  return best(a, b, (x, y) => {
    if (x === y) return 4
    if (x.length >= 9 && y.length >= 9 && x.slice(-9) === y.slice(-9)) return 3
    return isOneSlip(x, y) ? 2 : 1
  })
}

export const handleLevels = ['missing', 'different', 'like-name', 'slip', 'same'] as const

/**
 * @names and local parts across networks: an index into `handleLevels`. `like-name` is a handle that is made of the
 * other's first and last name. Handles shorter than five signs tell nothing.
 */
export function compareHandles(a: Person, b: Person): number {
  const level = best(a.handles, b.handles, (x, y) => {
    if (x.length < 5 || y.length < 5) return 0
    if (x === y) return 4
    return x.length >= 7 && y.length >= 7 && isOneSlip(x, y) ? 3 : 1
  })
  if (level > 1) return level
  return isLikeName(a.handles, b) || isLikeName(b.handles, a) ? 2 : level
}

function isLikeName(handles: readonly string[], { firstName, lastName }: Person): boolean {
  if (handles.length === 0 || firstName.length < 2 || lastName.length < 2) return false
  const [first, last] = [firstName.replace(/[^a-z0-9]/g, ''), lastName.replace(/[^a-z0-9]/g, '')]
  if (first.length + last.length < 6) return false
  return handles.some(handle => {
    const bare = handle.replace(/\d+$/, '')
    return bare === first + last || bare === last + first
  })
}

function best(a: readonly string[], b: readonly string[], compare: (x: string, y: string) => number): number {
  let level = 0
  for (const x of a) for (const y of b) level = Math.max(level, compare(x, y))
  return level
}
