import { only, type Stored } from '../../../kernel/record/record.ts'
import { contactRecord, type NewContact } from '../../customers/contacts/record.ts'
import type { Random } from './random.ts'

const address = ['street', 'city', 'region', 'postalCode', 'country'] as const
/** What is known of a customer who comes in a second time. */
export const knownColumns = only(contactRecord.columns, 'firstName', 'lastName', 'email', 'birthday', ...address)
export type Original = Stored<typeof knownColumns> & { firstName: string; lastName: string; email: string }

type Double = Partial<NewContact> & { nickname?: string; source: string }

/** One slip of the keyboard: two letters change places, or one is left out. */
export function withSlip(random: Random, text: string): string {
  if (text.length < 4) return text
  const at = 1 + random.int(text.length - 2)
  return random.chance(0.5)
    ? text.slice(0, at) + text.slice(at + 1)
    : text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2)
}

const local = (email: string) => email.slice(0, email.indexOf('@'))

/** The ways in which shops meet somebody twice, from the plain to the doubtful. */
const ways: ((original: Original, random: Random) => Partial<Double>)[] = [
  // At the till: another address, everything else the same.
  ({ email }) => ({ email: `${local(email)}@post.example`, source: 'showroom' }),
  // By hand from a card at the fair.
  ({ lastName, street }, random) => ({
    lastName: withSlip(random, lastName),
    street: street && withSlip(random, street),
    email: null,
    source: 'trade fair',
  }),
  // First and last name in each other's column.
  ({ firstName, lastName, email }) => ({
    firstName: lastName,
    lastName: firstName,
    email: `${local(email)}.shop@post.example`,
    source: 'old shop',
  }),
  // A follower under the local part of the e-mail.
  ({ email, firstName }) => ({
    firstName,
    lastName: null,
    email: null,
    nickname: local(email).replaceAll('.', ''),
    street: null,
    postalCode: null,
    birthday: null,
    source: 'instagram',
  }),
  // Only a first letter, moved within the town.
  ({ firstName, lastName }, random) => ({
    firstName: `${firstName[0]}.`,
    lastName,
    street: `Main street ${1 + random.int(90)}`,
    email: null,
    birthday: null,
    source: 'competition',
  }),
  // The same name in the same town, and nothing else: perhaps another person.
  ({ firstName, lastName, email }) => ({
    firstName,
    lastName,
    email: `info.${local(email)}@mail.example`,
    street: null,
    postalCode: null,
    birthday: null,
    source: 'newsletter',
  }),
]

export function makeDouble(original: Original, index: number, random: Random): Double {
  return { ...original, source: 'showroom', ...ways[index % ways.length]!(original, random) }
}
