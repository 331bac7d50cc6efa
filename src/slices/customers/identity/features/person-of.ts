import { only, type Stored } from '../../../../kernel/record/record.ts'
import { fold } from '../../../../kernel/text.ts'
import type { Person } from '../../../../models/linkage/person.ts'
import { isGiven } from '../../../../platform/record/given-name.ts'
import { contactRecord, type HandleKind } from '../../contacts/record.ts'
import { isSharedAddress } from '../intake/join-rules.ts'

const compared = ['name', 'firstName', 'lastName', 'birthday', 'fields'] as const
const address = ['street', 'city', 'region', 'postalCode'] as const
export const comparedColumns = only(contactRecord.columns, ...compared, ...address)
export type ComparedContact = Stored<typeof comparedColumns> & { companyName: string | null }

export interface ComparedHandle {
  kind: HandleKind
  value: string
  normal: string
  /** How many contacts have it. */
  holders: number
}

/** From so many contacts on, an address, number or device tells of none of them. */
const sharedFrom = 3
const networks: ReadonlySet<string> = new Set(
  'telegram x instagram facebook linkedin mastodon bluesky github'.split(' '),
)

/** What is compared of a contact. `ownFields` are the keys of the custom fields that may take part. */
export function comparedPerson(
  contact: ComparedContact,
  handles: readonly ComparedHandle[],
  ownFields: readonly string[],
): Person {
  const unshared = handles.filter(handle => !isShared(handle))
  const emails = unshared.filter(({ kind }) => kind === 'email').map(({ normal }) => normal)
  return {
    ...namesOf(contact, handles),
    birthday: contact.birthday ?? '',
    ...streetOf(contact.street ?? ''),
    city: fold(contact.city ?? ''),
    region: fold(contact.region ?? ''),
    postalCode: fold(contact.postalCode ?? '').replaceAll(' ', ''),
    company: fold(contact.companyName ?? '').replace(legalForm, ''),
    emails,
    phones: distinct(
      unshared.filter(({ kind }) => kind === 'phone' || kind === 'whatsapp').map(({ normal }) => normal),
    ),
    handles: distinct([
      ...unshared.filter(({ kind }) => networks.has(kind)).map(({ kind, normal }) => nameOn(kind, normal)),
      ...emails.map(email => bare(email.slice(0, email.lastIndexOf('@')).replace(/\+.*$/, ''))),
    ]).filter(handle => handle !== ''),
    shared: handles.filter(isShared).map(({ kind, normal }) => `${kind}:${normal}`),
    fields: fieldsOf(contact.fields, ownFields),
  }
}

const legalForm = /(?<![\s,])[\s,]+(s\.?\s?r\.?\s?o\.?|a\.?\s?s\.?|gmbh|ltd\.?|inc\.?|llc|ag|se|plc|corp\.?)$/
const titles = /^(mr|mrs|ms|dr|ing|mgr|bc|prof|phd|mudr|judr|csc|mba)\.?$/

/** First and last name as given, or else those that the shown name is made of, unless that is a handle. */
function namesOf({ name, firstName, lastName }: ComparedContact, handles: readonly ComparedHandle[]) {
  if (firstName || lastName) return { firstName: fold(firstName ?? ''), lastName: fold(lastName ?? '') }
  const isHandle = handles.some(({ value, normal }) => value === name || normal === name)
  if (!isGiven(name) || isHandle || isPseudonym(name, handles)) return { firstName: '', lastName: '' }
  const [family, given] = name.split(',', 2)
  const words = fold(given?.trim() ? `${given} ${family}` : name)
    .split(' ')
    .filter(word => word !== '' && !titles.test(word))
  return words.length > 1
    ? { firstName: words.slice(0, -1).join(' '), lastName: words.at(-1)! }
    : { firstName: words[0] ?? '', lastName: '' }
}

/** Of somebody known from networks only: a shown name that none of the handles has anything of. */
function isPseudonym(name: string, handles: readonly ComparedHandle[]): boolean {
  if (handles.length === 0 || !handles.every(({ kind }) => networks.has(kind))) return false
  const words = fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length >= 3)
  const known = handles.map(({ kind, normal }) => nameOn(kind, normal))
  return !words.some(word => known.some(handle => handle.includes(word)))
}

function streetOf(given: string): { street: string; house: string } {
  const text = fold(given)
  const match =
    /^(\d+[a-z]?(?:\/\d+[a-z]?)?),?\s+(.+)$/.exec(text) ?? /^(.*?\S),?\s+(\d+[a-z]?(?:\/\d+[a-z]?)?)$/.exec(text)
  if (!match) return { street: text, house: '' }
  const [first, second] = [match[1]!, match[2]!]
  return /^\d/.test(first) ? { street: second, house: first } : { street: first, house: second }
}

function isShared({ kind, normal, holders }: ComparedHandle): boolean {
  return holders >= sharedFrom || (kind === 'device' && holders > 1) || (kind === 'email' && isSharedAddress(normal))
}

/** The name alone: without the server it is on. */
function nameOn(kind: HandleKind, normal: string): string {
  if (kind === 'mastodon') return bare(normal.split('@')[0]!)
  return bare(kind === 'bluesky' ? normal.replace(/\.bsky\.social$/, '') : normal)
}

function bare(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '')
}

function fieldsOf(fields: Record<string, unknown>, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    keys.flatMap(key => {
      const value = fields[key]
      const text = typeof value === 'string' || typeof value === 'number' ? fold(String(value)) : ''
      return text === '' || text.length > 80 ? [] : [[key, text]]
    }),
  )
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)]
}
