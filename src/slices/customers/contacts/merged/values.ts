import { complete, keysOf, only, storedOf, without } from '../../../../kernel/record/record.ts'
import { mergedColumns, type MergeableRow } from '../record.ts'

/** What a contact holds, by the name under which it is compared, chosen and filled; plain JSON. */
export type Values = Record<string, unknown>

/** A name and an address are one value each. */
const nameColumns = only(mergedColumns, 'name', 'firstName', 'lastName')
export type Name = Pick<MergeableRow, keyof typeof nameColumns>

const addressColumns = only(mergedColumns, 'street', 'city', 'region', 'postalCode', 'country')
export const addressParts = keysOf(addressColumns)
export type Address = Pick<MergeableRow, keyof typeof addressColumns>

const single = without(mergedColumns, ...keysOf(nameColumns), ...addressParts, 'fields')

/** A row as values: a name and an address are one each, every custom field is one, `fields.<key>`. */
export function valuesOf(row: MergeableRow): Values {
  const values: Values = {
    name: complete(nameColumns, row),
    address: complete(addressColumns, row),
    ...complete(single, row),
  }
  for (const [key, value] of Object.entries(row.fields)) values[`fields.${key}`] = value
  return values
}

/** The row that holds these values. */
export function rowOf(values: Values): MergeableRow {
  const fields = Object.entries(values).flatMap(([key, value]) =>
    key.startsWith('fields.') ? [[key.slice('fields.'.length), value]] : [],
  )
  const plain = storedOf(without(mergedColumns, 'fields'), {
    ...values,
    ...(values['name'] as Name),
    ...(values['address'] as Address),
  })
  return { ...plain, fields: Object.fromEntries(fields) as Record<string, unknown> }
}

export function isBlank(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  return Array.isArray(value) && value.length === 0
}
