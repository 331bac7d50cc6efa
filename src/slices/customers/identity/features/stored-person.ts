import { nobody, type Person } from '../../../../models/linkage/person.ts'

const order = [
  'firstName',
  'lastName',
  'birthday',
  'street',
  'house',
  'city',
  'region',
  'postalCode',
  'company',
  'emails',
  'phones',
  'handles',
  'shared',
  'fields',
] as const satisfies (keyof Person)[]

/** The values in a fixed order, without the empty ones at the end: `identity_features.person`. */
export type StoredPerson = unknown[]

export function storePerson(person: Person): StoredPerson {
  const values = order.map(key => person[key])
  return values.slice(0, values.findLastIndex(value => Object.keys(value).length > 0) + 1)
}

export function readPerson(stored: StoredPerson): Person {
  const person: Record<string, unknown> = { ...nobody }
  stored.forEach((value, at) => (person[order[at]!] = value))
  return person as unknown as Person
}
