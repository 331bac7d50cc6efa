import { isOneSlip, jaroWinkler } from './distance.ts'
import type { Person } from './person.ts'
import { toLatin } from './script.ts'

export const emailLevels = ['missing', 'different', 'similar', 'part', 'slip', 'same'] as const

/**
 * The best of all pairs of e-mails: an index into `emailLevels`. `part` is the same local part elsewhere. Addresses that are
 * made of each person's own name say nothing beside the names, unless they are the same, figures included.
 */
export function compareEmails(a: Person, b: Person): number {
  return best(a.emails, b.emails, (x, y) => {
    if (x === y) return 5
    const [localX, localY] = [localPart(x), localPart(y)]
    if (isOfName(localX, a) && isOfName(localY, b)) return localX === localY && /\d\d/.test(localX) ? 3 : 0
    if (isOneSlip(x, y)) return 4
    if (localX === localY && localX.length >= 4) return 3
    return localX.length >= 6 && jaroWinkler(localX, localY) >= 0.92 ? 2 : 1
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
 * @names across networks, also with the local part of the other's e-mail: an index into `handleLevels`. `like-name` is a
 * handle that is made of the other's first and last name. Handles shorter than five signs tell nothing, nor do those that
 * are made of each person's own name, unless they are the same, figures included.
 */
export function compareHandles(a: Person, b: Person): number {
  const [localsA, localsB] = [localsOf(a), localsOf(b)]
  const level = best(a.handles, b.handles, (x, y) => {
    if (x.length < 5 || y.length < 5) return 0
    // That two local parts agree is said by the e-mails.
    if (localsA.has(x) && localsB.has(y)) return x === y ? 0 : 1
    if (isOfName(x, a) && isOfName(y, b)) return x === y && /\d\d/.test(x) ? 4 : 0
    if (x === y) return 4
    return x.length >= 7 && y.length >= 7 && isOneSlip(x, y) ? 3 : 1
  })
  if (level > 1 || haveOneName(a, b)) return level
  return isLikeName(a.handles, b) || isLikeName(b.handles, a) ? 2 : level
}

function localsOf({ emails }: Person): ReadonlySet<string> {
  return new Set(emails.map(email => bare(localPart(email))))
}

/** Whether first and last name of both are known and the same, in either order. */
function haveOneName(a: Person, b: Person): boolean {
  if (a.firstName === '' || a.lastName === '') return false
  return (
    (a.firstName === b.firstName && a.lastName === b.lastName) ||
    (a.firstName === b.lastName && a.lastName === b.firstName)
  )
}

function isLikeName(handles: readonly string[], { firstName, lastName }: Person): boolean {
  if (handles.length === 0 || firstName.length < 2 || lastName.length < 2) return false
  const [first, last] = [bare(firstName), bare(lastName)]
  if (first.length + last.length < 6) return false
  return handles.some(handle => {
    const name = handle.replace(/(?<!\d)\d+$/, '')
    return name === first + last || name === last + first
  })
}

/** Whether a handle is made of the name or of a part of it; figures at its end do not count. */
function isOfName(handle: string, { firstName, lastName }: Person): boolean {
  const name = bare(handle).replace(/(?<!\d)\d+$/, '')
  const [first, last] = [bare(firstName), bare(lastName)]
  return (
    [first, last, first + last, last + first].includes(name) ||
    [first[0] + last, last + first[0], first + last[0], last[0] + first].includes(name)
  )
}

function bare(text: string): string {
  return toLatin(text).replace(/[^a-z0-9]/g, '')
}

function best(a: readonly string[], b: readonly string[], compare: (x: string, y: string) => number): number {
  let level = 0
  for (const x of a) for (const y of b) level = Math.max(level, compare(x, y))
  return level
}
