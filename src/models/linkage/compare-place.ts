import { isOneSlip, jaroWinkler } from './distance.ts'
import type { Person } from './person.ts'

export const placeLevels = ['missing', 'different', 'region', 'town', 'company', 'street', 'close', 'same'] as const

/**
 * Where somebody lives or works, as one field: its parts go together, so that each of them alone would count the same
 * agreement again. An index into `placeLevels`: `same` is street, house and town; `close` the same with a slip or a part
 * that is unknown; `street` without the house; `company` the same employer, wherever that is.
 */
export function comparePlaces(a: Person, b: Person): number {
  const street = likeness(a.street, b.street)
  const house = likeness(a.house, b.house)
  const city = likeness(a.city, b.city)
  const code = likeness(a.postalCode, b.postalCode)
  // A postal code with a slip is that of another town unless the towns agree.
  const town = code === same || city === unknown ? Math.max(code, city) : city
  const level = levelOf(street, house, town, a.region === b.region && a.region !== '')
  const isSameCompany = a.company !== '' && a.company === b.company
  if (isSameCompany) return Math.max(level, 4)
  if (level > 0) return level
  return a.company !== '' && b.company !== '' ? 1 : 0
}

function levelOf(street: number, house: number, town: number, isSameRegion: boolean): number {
  const different = street === unlike && town === unlike
  if (street >= alike && town !== unlike) {
    if (house === unlike) return 5
    if (street === same && house === same && town === same) return 7
    return house === unknown && town === unknown ? 5 : 6
  }
  if (street >= alike && house >= alike) return 5
  if (town >= alike) return 3
  if (isSameRegion) return 2
  return different || street === unlike || town === unlike ? 1 : 0
}

const unknown = -1
const unlike = 0
const alike = 1
const same = 2

function likeness(a: string, b: string): number {
  if (a === '' || b === '') return unknown
  if (a === b) return same
  return isOneSlip(a, b) || (a.length > 5 && jaroWinkler(a, b) >= 0.9) ? alike : unlike
}
