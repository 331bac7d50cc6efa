import { keysOf, only, without } from '../../../../kernel/record/record.ts'
import { mergedColumns, type MergeableRow } from '../record.ts'

/** What a contact holds, by the name under which it is compared, chosen and filled; plain JSON. */
export type Values = Record<string, unknown>

export type Name = Pick<MergeableRow, 'name' | 'firstName' | 'lastName'>

/** A name and an address are one value each. */
const addressColumns = only(mergedColumns, 'street', 'city', 'region', 'postalCode', 'country')
export const addressParts = keysOf(addressColumns)
export type Address = Pick<MergeableRow, keyof typeof addressColumns>

const single = keysOf(without(mergedColumns, ...addressParts, 'name', 'firstName', 'lastName', 'tagIds', 'fields'))

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
