import type { HandleKind } from '../../customers/contacts/schema.ts'
import type { Sighting, Traits } from '../../customers/identity/public.ts'
import { isObject, shortText, type Json, type Message } from './message.ts'

/** Names under which clients tell each trait; the first that has a value counts. */
const aliases: Record<Exclude<keyof Traits, 'fields' | 'companyId'>, string[]> = {
  name: ['name', 'fullName', 'full_name'],
  firstName: ['firstName', 'first_name', 'firstname', 'givenName'],
  lastName: ['lastName', 'last_name', 'lastname', 'familyName'],
  jobTitle: ['title', 'jobTitle', 'job_title', 'position'],
  street: ['street', 'address1'],
  city: ['city'],
  region: ['state', 'region'],
  postalCode: ['postalCode', 'postal_code', 'zip'],
  country: ['countryCode', 'country_code', 'country'],
  language: ['language', 'locale'],
  timeZone: ['timezone', 'timeZone'],
  birthday: ['birthday', 'dateOfBirth', 'birthdate'],
}

/** What an identify tells of the person; `known` are the keys of custom fields. */
export function traitsOf(given: Json, context: Json, known: readonly string[]): Traits {
  const address = isObject(given['address']) ? given['address'] : {}
  const all: Json = { locale: context['locale'], timezone: context['timezone'], ...address, ...given }
  const traits: Record<string, unknown> = {}
  for (const [trait, names] of Object.entries(aliases)) {
    const name = names.find(name => all[name] !== undefined && all[name] !== null && all[name] !== '')
    if (name !== undefined) traits[trait] = all[name]
  }
  const fields = known.flatMap(key => {
    const name = [key, key.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())].find(
      name => name in given,
    )
    return name === undefined ? [] : [[key, given[name]]]
  })
  if (fields.length > 0) traits['fields'] = Object.fromEntries(fields)
  return traits as Traits
}

/** The company that an identify names, or that a group is. */
export interface ToldCompany {
  /** Its id in the company's own system; a group's is its groupId. */
  sourceId: string | null
  name: string | null
  domain: string | null
  traits: Json
}

export function companyOf(message: Message): ToldCompany | null {
  if (message.type === 'group') {
    const { traits } = message
    return {
      sourceId: message.groupId,
      name: shortText(traits['name']),
      domain: shortText(traits['domain'] ?? traits['website']),
      traits,
    }
  }
  const company = message.type === 'identify' ? message.traits['company'] : undefined
  if (typeof company === 'string')
    return shortText(company) ? { sourceId: null, name: shortText(company), domain: null, traits: {} } : null
  if (!isObject(company)) return null
  const found = {
    sourceId: shortText(company['id']),
    name: shortText(company['name']),
    domain: shortText(company['domain'] ?? company['website']),
    traits: company,
  }
  return found.sourceId || found.name || found.domain ? found : null
}

const looksMachineMade = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$|^[0-9a-f]{24,}$/i

/** By which a message's person is known. `isTracked`: whether the device may be told apart from others. */
export function handlesIn(message: Message, isTracked: boolean): Sighting['handles'] {
  const handles: { kind: HandleKind; value: string }[] = []
  const add = (kind: HandleKind, value: unknown) => {
    if (typeof value !== 'string' && typeof value !== 'number') return
    const text = String(value).trim()
    if (text !== '') handles.push({ kind, value: text })
  }
  const addUser = (id: string | null) => {
    if (id === null) return
    add('external', `user:${id}`)
    if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(id)) add('email', id)
  }
  addUser(message.userId)
  if (isTracked) {
    add('device', message.anonymousId)
    if (message.type === 'alias' && message.previousId !== null) {
      // An alias may come before anything else of the id; by its looks it is a device's, else it may be either.
      if (!message.previousId.includes('@')) add('device', message.previousId)
      if (!looksMachineMade.test(message.previousId)) addUser(message.previousId)
    }
  }
  if (message.type !== 'group') {
    add('email', message.traits['email'])
    add('phone', message.traits['phone'])
  }
  return handles
}
