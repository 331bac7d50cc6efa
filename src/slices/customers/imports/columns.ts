import { fold } from '../../../kernel/text.ts'
import type { ImportObject } from './schema.ts'
import { companies } from './targets/companies.ts'
import { contacts } from './targets/contacts.ts'
import { notes } from './targets/notes.ts'
import { orders } from './targets/orders.ts'
import type { Target } from './targets/target.ts'

export const targets: Record<ImportObject, Target[]> = { contacts, companies, orders, notes }

/** Which custom fields an object's columns can go to. */
export const fieldsOf = { contacts: 'contact', companies: 'company', orders: 'order', notes: null } as const

/** A heading as it is compared: words in lower case without accents and punctuation. */
export function headingKey(heading: string): string {
  return fold(heading.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const lookups = new Map<ImportObject, Map<string, string>>()

/** The target that a heading means for an object, by its words; a number in it (`E-mail 2`) does not matter. */
export function targetOf(object: ImportObject, heading: string): string | null {
  let lookup = lookups.get(object)
  if (!lookup) {
    lookup = new Map()
    for (const target of targets[object])
      for (const synonym of target.synonyms) if (!lookup.has(synonym)) lookup.set(synonym, target.key)
    lookups.set(object, lookup)
  }
  const key = headingKey(heading)
  return (
    lookup.get(key) ??
    lookup.get(
      key
        .replaceAll(/\b\d+\b/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    ) ??
    null
  )
}
