import { localPart } from './compare-handles.ts'
import type { Person } from './person.ts'
import { toLatin } from './script.ts'

/** One way to find pairs worth comparing: those of whose keys one is equal. */
export interface Pass {
  name: string
  /** Comparisons that the keys anticipate: m of these is not learned from this pass. `fields.*` are all own ones. */
  fields: readonly string[]
  /** Finds much more than it is worth in a base of many people. */
  isLoose?: boolean
  keys(person: Person): string[]
}

/** The number of a pass is a part of stored keys: new ones come at the end, none changes its place. */
export const passes: readonly Pass[] = [
  {
    name: 'name',
    fields: ['firstName', 'lastName'],
    keys: ({ firstName, lastName }) =>
      firstName && lastName ? [[bare(firstName), bare(lastName)].sort().join(' ')] : [],
  },
  {
    name: 'birthday-initial',
    fields: ['birthday'],
    keys: ({ birthday, ...names }) => (birthday ? eachName(names, name => (name ? `${birthday} ${name[0]}` : '')) : []),
  },
  {
    name: 'address',
    fields: ['address'],
    keys: ({ postalCode, street }) => (postalCode && street ? [`${postalCode} ${bare(street).slice(0, 5)}`] : []),
  },
  {
    name: 'name-postal-code',
    fields: ['firstName', 'lastName', 'address'],
    keys: ({ postalCode, ...names }) =>
      postalCode ? eachName(names, name => `${postalCode} ${name.slice(0, 6)}`) : [],
  },
  {
    name: 'email',
    fields: ['email', 'handle'],
    keys: ({ emails }) => emails.flatMap(email => [email, localPart(email)]).filter(text => text.length >= 5),
  },
  { name: 'phone', fields: ['phone'], keys: ({ phones }) => phones.map(phone => phone.slice(-9)) },
  {
    name: 'handle',
    fields: ['handle', 'firstName', 'lastName'],
    keys: ({ handles, firstName, lastName }) => {
      const name = firstName.length > 1 && lastName.length > 1 ? bare(firstName + lastName) : ''
      return [...handles.map(handle => handle.replace(/(?<!\d)\d+$/, '')), name].filter(text => text.length >= 6)
    },
  },
  {
    name: 'own-field',
    fields: ['fields.*'],
    keys: ({ fields }) =>
      Object.entries(fields).flatMap(([key, value]) =>
        value.length >= 5 && /\d/.test(value) ? `${key} ${value}` : [],
      ),
  },
  {
    name: 'one-name',
    fields: ['firstName', 'lastName'],
    isLoose: true,
    keys: person => eachName(person, name => (name.length > 1 ? name : '')),
  },
  { name: 'birthday', fields: ['birthday'], isLoose: true, keys: ({ birthday }) => (birthday ? [birthday] : []) },
  { name: 'street', fields: ['address'], isLoose: true, keys: ({ street }) => (street ? [bare(street)] : []) },
  {
    name: 'name-city',
    fields: ['firstName', 'lastName', 'address'],
    isLoose: true,
    keys: ({ city, ...names }) => (city ? eachName(names, name => `${bare(city)} ${name.slice(0, 3)}`) : []),
  },
  {
    name: 'name-year',
    fields: ['firstName', 'lastName', 'birthday'],
    isLoose: true,
    keys: ({ birthday, ...names }) =>
      birthday ? eachName(names, name => `${birthday.slice(0, 4)} ${name.slice(0, 4)}`) : [],
  },
  {
    name: 'name-day',
    fields: ['firstName', 'lastName', 'birthday'],
    isLoose: true,
    keys: ({ birthday, ...names }) =>
      birthday ? eachName(names, name => `${birthday.slice(5)} ${name.slice(0, 4)}`) : [],
  },
]

/** Above so many people the loose passes are left out. */
export const mostForLoosePasses = 100_000

const passSize = 2 ** 48

/** All keys of a person as whole numbers below 2^53, the pass in the bits from 48 up; sorted, each once. */
export function blockingKeys(person: Person): number[] {
  const keys = new Set<number>()
  for (const [number, pass] of passes.entries())
    for (const key of pass.keys(person)) keys.add(number * passSize + hash48(key))
  return [...keys].sort((a, b) => a - b)
}

/** The number of the pass that a key is of. */
export function passOf(key: number): number {
  return Math.floor(key / passSize)
}

/** Keys of passes from this number on are those of loose ones. */
export const firstLoosePass = passes.findIndex(pass => pass.isLoose)

function bare(text: string): string {
  return toLatin(text).replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Keys from either name, so that swapped ones meet. */
function eachName(names: { firstName: string; lastName: string }, keyOf: (name: string) => string): string[] {
  return [names.firstName, names.lastName].flatMap(name => {
    const key = name === '' ? '' : keyOf(bare(name))
    return key === '' ? [] : [key]
  })
}

/** Indices of the comparisons whose m is not learned from a pass. */
export function blockedFields(pass: Pass, comparisons: readonly { field: string }[]): number[] {
  return comparisons.flatMap(({ field }, at) =>
    pass.fields.includes(field) || (pass.fields.includes('fields.*') && field.startsWith('fields.')) ? at : [],
  )
}

export interface BlockSizes {
  pass: number
  size: number
  /** How many blocks of this pass have the size. */
  blocks: number
}

export interface BlockLimit {
  /** The largest block of the pass that is compared; 1 when none is. */
  limit: number
  pairs: number
  /** Larger blocks, which are left out. */
  skipped: number
  skippedPairs: number
}

const largestBlock = 1000

/**
 * Which blocks of each pass are compared: from the smallest up, as long as its pairs stay within one a person and
 * 20,000; loose passes only among few people. The result is indexed by pass.
 */
export function limitBlocks(sizes: readonly BlockSizes[], people: number): BlockLimit[] {
  const budget = people + 20_000
  return passes.map((pass, number) => {
    const result: BlockLimit = { limit: 1, pairs: 0, skipped: 0, skippedPairs: 0 }
    const isOpen = !pass.isLoose || people <= mostForLoosePasses
    let isFull = false
    for (const { size, blocks } of sizes.filter(other => other.pass === number).sort((a, b) => a.size - b.size)) {
      const pairs = (blocks * size * (size - 1)) / 2
      isFull ||= !isOpen || size > largestBlock || result.pairs + pairs > budget
      if (isFull) {
        result.skipped += blocks
        result.skippedPairs += pairs
      } else {
        result.pairs += pairs
        result.limit = size
      }
    }
    return result
  })
}

/** 48 of the 53 bits of cyrb53 (public domain, by bryc): two rounds of multiplication and exchange a unit. */
function hash48(text: string): number {
  let [low, high] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    low = Math.imul(low ^ unit, 2654435761)
    high = Math.imul(high ^ unit, 1597334677)
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  return (high & 0xffff) * 2 ** 32 + (low >>> 0)
}
