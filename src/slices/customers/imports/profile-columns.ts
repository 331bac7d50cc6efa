import { defineMessages, say } from '../../../kernel/messages.ts'
import { cut } from './rows/report.ts'
import { toLine } from './rows/cell.ts'
import { addTags, readCountry, readMember, readTime } from './rows/read-values.ts'
import type { TargetColumn } from './import-target.ts'

const labels = defineMessages('imports.profile', {
  street: 'Street',
  country: 'Country',
  owner: 'Owner',
  tags: 'Tags',
  note: 'Note',
  createdAt: 'Created',
  city: 'City',
  region: 'Region',
  postalCode: 'Postal code',
})

/** What rows of contacts and companies have in common. */
export interface ProfileDraft {
  row: number
  ownerId: string | null
  values: Partial<Record<'street' | 'city' | 'region' | 'postalCode' | 'country', string>>
  fields: Record<string, unknown>
  tags: string[]
  note: string | null
  createdAt: Date | null
}

export function emptyProfile(row: number): ProfileDraft {
  return { row, ownerId: null, values: {}, fields: {}, tags: [], note: null, createdAt: null }
}

export const headings = (text: string) => text.split('|')

export const idWords = 'id|record id|rec id|external id|ext id|uid|guid|crm id|source id'
export const createdWords =
  'created|created at|created date|created on|create date|creation date|date created|date added|added at|signup date|registered at|vytvoreno|datum vytvoreni|datum registrace|erstellt|erstellt am|erstelldatum|angelegt am'

/** A column of one line of text that is kept as it is. */
export function lineColumn<Key extends string>(
  key: Key,
  label: TargetColumn['label'],
  synonyms: string,
  length = 200,
): TargetColumn<{ values: Partial<Record<Key, string>> }> {
  return {
    key,
    label,
    synonyms: headings(synonyms),
    read: (draft, text, report) => (draft.values[key] = cut(toLine(text), length, report)),
  }
}

export const addressColumns: TargetColumn<ProfileDraft>[] = [
  {
    key: 'street',
    label: say(labels, 'street'),
    isMany: true,
    synonyms: headings(
      'street|street address|street address 2|address|address 1|address 2|address line 1|address line 2|address 1 street|street number|mailing street|billing street|ulice|adresa|cislo popisne|strasse|adresse|anschrift|hausnummer',
    ),
    read: ({ values }, text, report) => (values.street = cut(joinStreet(values.street, toLine(text)), 200, report)),
  },
  lineColumn(
    'city',
    say(labels, 'city'),
    'city|town|suburb|mailing city|billing city|locality|mesto|obec|stadt|ort|address 1 city',
  ),
  lineColumn(
    'region',
    say(labels, 'region'),
    'region|state|province|county|state region|state province|mailing state|billing state|kraj|bundesland|address 1 region',
  ),
  lineColumn(
    'postalCode',
    say(labels, 'postalCode'),
    'postal code|postalcode|postcode|post code|zip|zip code|zipcode|zip postal code|mailing postal code|billing postal code|psc|plz|postleitzahl|address 1 postal code',
    20,
  ),
  {
    key: 'country',
    label: say(labels, 'country'),
    synonyms: headings(
      'country|country region|country code|mailing country|billing country|nation|zeme|stat|land|address 1 country',
    ),
    read({ values }, text, report) {
      const country = readCountry(text, report)
      if (country !== undefined) values.country = country
    },
  },
]

export const ownerColumn: TargetColumn<ProfileDraft> = {
  key: 'owner',
  label: say(labels, 'owner'),
  synonyms: headings(
    'owner|owner email|contact owner|company owner|account owner|account manager|assigned to|sales rep|sales agent|vlastnik|obchodnik|prirazeno|betreuer|zustandig|besitzer',
  ),
  read: (draft, text, report, rules) => (draft.ownerId = readMember(text, rules, report)),
}

/** The columns that say something about the record rather than of it. `tags` and `note` are further headings. */
export function keepingColumns(tags: string, note: string): TargetColumn<ProfileDraft>[] {
  return [
    {
      key: 'tags',
      label: say(labels, 'tags'),
      isMany: true,
      synonyms: headings(`tags|tag|labels|stitky|schlagworte${tags}`),
      read: (draft, text, report) => (draft.tags = addTags(draft.tags, text, report)),
    },
    {
      key: 'note',
      label: say(labels, 'note'),
      isMany: true,
      synonyms: headings(`note|notes|comment|comments|remarks|poznamka|poznamky|notiz|notizen|bemerkung${note}`),
      read: (draft, text) => (draft.note = draft.note === null ? text : `${draft.note}\n\n${text}`),
    },
    {
      key: 'createdAt',
      label: say(labels, 'createdAt'),
      holds: 'date',
      synonyms: headings(createdWords),
      read: (draft, text, report, rules) => (draft.createdAt = readTime(text, rules, report)),
    },
  ]
}

/** Address lines in their order: `6` + `Tullaroop Street` is one line, a flat or building follows after a comma. */
function joinStreet(before: string | undefined, text: string): string {
  if (before === undefined) return text
  return /^\d+\w?$/.test(before) ? `${before} ${text}` : `${before}, ${text}`
}
