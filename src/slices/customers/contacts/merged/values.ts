import type { StoredContact } from '../store.ts'

/** The columns of a contact that a merge may fill. */
export type MergeableRow = Omit<
  StoredContact,
  'id' | 'source' | 'mergedInto' | 'hasMerged' | 'version' | 'deletedAt' | 'erasedAt'
>

/** What a contact holds, by the name under which it is compared, chosen and filled; plain JSON. */
export type Values = Record<string, unknown>

export interface Name {
  name: string
  firstName: string | null
  lastName: string | null
}

export const addressParts = ['street', 'city', 'region', 'postalCode', 'country'] as const
export type Address = Record<(typeof addressParts)[number], string | null>

const single = [
  'jobTitle',
  'companyId',
  'ownerId',
  'teamId',
  'lifecycle',
  'email',
  'phone',
  'language',
  'timeZone',
  'birthday',
] as const

/** A row as values: a name and an address are one each, every custom field is one, `fields.<key>`. */
export function valuesOf(row: MergeableRow): Values {
  const values: Values = {
    name: { name: row.name, firstName: row.firstName, lastName: row.lastName } satisfies Name,
    address: Object.fromEntries(addressParts.map(part => [part, row[part]])) as Address,
    tagIds: row.tagIds,
  }
  for (const key of single) values[key] = row[key]
  for (const [key, value] of Object.entries(row.fields)) values[`fields.${key}`] = value
  return values
}

/** The row that holds these values. */
export function rowOf(values: Values): MergeableRow {
  const fields = Object.entries(values).flatMap(([key, value]) =>
    key.startsWith('fields.') ? [[key.slice('fields.'.length), value]] : [],
  )
  return {
    ...(values['name'] as Name),
    ...(values['address'] as Address),
    ...(Object.fromEntries(single.map(key => [key, values[key] ?? null])) as Pick<
      MergeableRow,
      (typeof single)[number]
    >),
    tagIds: values['tagIds'] as string[],
    fields: Object.fromEntries(fields) as Record<string, unknown>,
  }
}

export function isBlank(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  return Array.isArray(value) && value.length === 0
}
