import { codeLevels, compareCodes, compareTexts, textLevels } from './compare-text.ts'
import { compareDates, dateLevels } from './compare-dates.ts'
import {
  compareEmails,
  compareHandles,
  comparePhones,
  emailLevels,
  handleLevels,
  phoneLevels,
} from './compare-handles.ts'
import { compareFirstNames, compareLastNames, firstNameLevels, lastNameLevels } from './compare-names.ts'
import { comparePlaces, placeLevels } from './compare-place.ts'
import type { Comparison } from './comparison.ts'
import type { Person } from './person.ts'

/** Keys of the custom fields that take part: nearly unique ones as ids, others as texts. */
export interface OwnFields {
  ids: readonly string[]
  texts: readonly string[]
}

export const mostOwnFields = 8

/** The comparisons of people, in a fixed order; those of the own fields come last. */
export function comparePeople(ownFields: OwnFields): Comparison[] {
  return [...standard, ...ownFields.ids.map(ownId), ...ownFields.texts.map(ownText)]
}

const standard: Comparison[] = [
  {
    field: 'firstName',
    chance: 0.02,
    mostDiffer: 0.1,
    levels: firstNameLevels,
    compare: compareFirstNames,
    value: person => person.firstName,
    shown: person => person.firstName,
  },
  {
    field: 'lastName',
    chance: 0.02,
    mostDiffer: 0.12,
    levels: lastNameLevels,
    compare: compareLastNames,
    value: person => person.lastName,
    shown: person => person.lastName,
  },
  {
    field: 'birthday',
    chance: 0.0005,
    mostDiffer: 0.08,
    levels: dateLevels,
    compare: (a, b) => compareDates(a.birthday, b.birthday),
    shown: person => person.birthday,
  },
  {
    field: 'address',
    chance: 0.01,
    mostDiffer: 0.6,
    levels: placeLevels,
    compare: comparePlaces,
    shown: ({ street, house, postalCode, city, region, company }) =>
      [company, [street, house].filter(Boolean).join(' '), [postalCode, city].filter(Boolean).join(' ') || region]
        .filter(Boolean)
        .join(', '),
  },
  {
    field: 'email',
    chance: 0.0001,
    mostDiffer: 0.7,
    levels: emailLevels,
    compare: compareEmails,
    shown: person => person.emails.join(', '),
  },
  {
    field: 'phone',
    chance: 0.0002,
    mostDiffer: 0.7,
    levels: phoneLevels,
    compare: (a, b) => comparePhones(a.phones, b.phones),
    shown: person => person.phones.join(', '),
  },
  {
    field: 'handle',
    chance: 0.00002,
    mostDiffer: 0.7,
    levels: handleLevels,
    compare: compareHandles,
    shown: person => person.handles.join(', '),
  },
  {
    field: 'shared',
    chance: 0.05,
    mostDiffer: 0.8,
    levels: ['missing', 'different', 'shared'],
    compare: (a, b) => {
      if (a.shared.length === 0 || b.shared.length === 0) return 0
      return a.shared.some(handle => b.shared.includes(handle)) ? 2 : 1
    },
    shown: person => person.shared.map(handle => handle.slice(handle.indexOf(':') + 1)).join(', '),
  },
]

function ownId(key: string): Comparison {
  const value = (person: Person) => person.fields[key] ?? ''
  return {
    field: `fields.${key}`,
    chance: 0.0001,
    mostDiffer: 0.1,
    levels: codeLevels,
    compare: (a, b) => compareCodes(value(a), value(b)),
    shown: value,
  }
}

function ownText(key: string): Comparison {
  const value = (person: Person) => person.fields[key] ?? ''
  return {
    field: `fields.${key}`,
    chance: 0.02,
    mostDiffer: 0.6,
    levels: textLevels,
    compare: (a, b) => compareTexts(value(a), value(b)),
    value,
    shown: value,
  }
}
