import { nobody, type Person } from '../../../../models/linkage/person.ts'

const person = ['firstName', 'lastName', 'birthday', 'street', 'house', 'city', 'region', 'postalCode'] as const
const known = ['company', 'emails', 'phones', 'handles', 'shared', 'fields'] as const
const order = [...person, ...known] as const satisfies (keyof Person)[]

/** The values in a fixed order, without the empty ones at the end: `identity_features.person`. */
export type StoredPerson = unknown[]

export function storePerson(of: Person): StoredPerson {
  const values = order.map(key => of[key])
  return values.slice(0, values.findLastIndex(value => Object.keys(value).length > 0) + 1)
}

export function readPerson(stored: StoredPerson): Person {
  const read: Record<string, unknown> = { ...nobody }
  stored.forEach((value, at) => (read[order[at]!] = value))
  return read as unknown as Person
}
