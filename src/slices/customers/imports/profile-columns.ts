import { defineMessages } from '../../../kernel/messages.ts'
import { address } from '../../../kernel/record/column-groups.ts'
import type { Stored } from '../../../kernel/record/record.ts'
import { sharedWords } from '../fields/record.ts'
import { importColumns } from './columns-of.ts'
import { cut } from './rows/report.ts'
import { toLine } from './rows/cell.ts'
import { addTags, readMember, readTime } from './rows/read-values.ts'
import type { TargetColumn } from './import-target.ts'

const labels = defineMessages('imports.profile', {
  owner: 'Owner',
  tags: 'Tags',
  note: 'Note',
})

const place = address([], [])

/** What rows of contacts, companies and products have in common; `Row` is what of the record a file may give. */
export interface ProfileDraft<Row extends object = Stored<typeof place>> {
  row: number
  ownerId: string | null
  values: { [Key in keyof Row]?: NonNullable<Row[Key]> }
  fields: Record<string, unknown>
  tags: string[]
  note: string | null
  createdAt: Date | null
}

export function emptyProfile(row: number): ProfileDraft<object> {
  return { row, ownerId: null, values: {}, fields: {}, tags: [], note: null, createdAt: null }
}

export const idWords = 'id|record id|rec id|external id|ext id|uid|guid|crm id|source id'
export const createdWords =
  'created|created at|created date|created on|create date|creation date|date created|date added|added at|signup date|registered at|vytvoreno|datum vytvoreni|datum registrace|erstellt|erstellt am|erstelldatum|angelegt am'

export const addressColumns = importColumns<ProfileDraft>(
  sharedWords,
  {
    street:
      'street|street address|street address 2|address|address 1|address 2|address line 1|address line 2|address 1 street|street number|mailing street|billing street|ulice|adresa|cislo popisne|strasse|adresse|anschrift|hausnummer',
    city: 'city|town|suburb|mailing city|billing city|locality|mesto|obec|stadt|ort|address 1 city',
    region:
      'region|state|province|county|state region|state province|mailing state|billing state|kraj|bundesland|address 1 region',
    postalCode:
      'postal code|postalcode|postcode|post code|zip|zip code|zipcode|zip postal code|mailing postal code|billing postal code|psc|plz|postleitzahl|address 1 postal code',
    country:
      'country|country region|country code|mailing country|billing country|nation|zeme|stat|land|address 1 country',
  },
  {
    street: ({ values }, text, report) => (values.street = cut(joinStreet(values.street, toLine(text)), 200, report)),
  },
  { of: place, many: ['street'] },
)

export const ownerColumns = importColumns<ProfileDraft>(
  labels,
  {
    owner:
      'owner|owner email|contact owner|company owner|account owner|account manager|assigned to|sales rep|sales agent|vlastnik|obchodnik|prirazeno|betreuer|zustandig|besitzer',
  },
  { owner: (draft, text, report, rules) => (draft.ownerId = readMember(text, report, rules)) },
)

/** The columns that say something about the record rather than of it. `tags` and `note` are further headings. */
export function keepingColumns(tags = '', note = ''): TargetColumn<ProfileDraft>[] {
  return importColumns<ProfileDraft>(
    [labels, sharedWords],
    {
      tags: `tags|tag|labels|stitky|schlagworte${tags}`,
      note: `note|notes|comment|comments|remarks|poznamka|poznamky|notiz|notizen|bemerkung${note}`,
      createdAt: createdWords,
    },
    {
      tags: (draft, text, report) => (draft.tags = addTags(draft.tags, text, report)),
      note: (draft, text) => (draft.note = draft.note === null ? text : `${draft.note}\n\n${text}`),
      createdAt: (draft, text, report, rules) => (draft.createdAt = readTime(text, report, rules) ?? null),
    },
    { many: ['tags', 'note'], dates: ['createdAt'] },
  )
}

/** Address lines in their order: `6` + `Tullaroop Street` is one line, a flat or building follows after a comma. */
function joinStreet(before: string | undefined, text: string): string {
  if (before === undefined) return text
  return /^\d+\w?$/.test(before) ? `${before} ${text}` : `${before}, ${text}`
}
