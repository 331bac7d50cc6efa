import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { isRelation, type Field, type FieldOption, type FieldValue } from '../fields/field.ts'
import type { TableColumn } from '../table/table-types.ts'

/** A field of a kind of records: its column in lists, how it is shown and edited everywhere, what lists are filtered by. */
export interface RecordField<Row> extends Field, Pick<TableColumn<Row>, 'align' | 'phone'> {
  /** Of its column; a field without one has no column. */
  width?: number
  /** Its column is shown once a person asks for it. */
  isHidden?: boolean
  /** It is counted or given, not written. */
  isReadOnly?: boolean
  /** Where it is changed in several records at once; its type has one otherwise. */
  icon?: Icon
  /** What a form begins with. */
  initial?: FieldValue
  /** Forms cannot leave it empty. */
  isRequired?: boolean
  /** Where its value leads, from the page of the record. */
  hrefOf?: (value: string) => string
  /** How it is shown where the type does not say it. */
  render?: (row: Row) => ReactNode
}

/** Custom fields stand in a record's `fields`; their key is `fields.<name>`, as lists filter and sort by it. */
const custom = 'fields.'

export function isCustom(field: Pick<Field, 'key'>): boolean {
  return field.key.startsWith(custom)
}

export function valueOf(record: object, { key }: Pick<Field, 'key'>): FieldValue {
  const values = record as Readonly<Record<string, unknown>>
  if (!key.startsWith(custom)) return (values[key] ?? null) as FieldValue
  return ((values['fields'] as Record<string, unknown> | undefined)?.[key.slice(custom.length)] ?? null) as FieldValue
}

/** What a change must say to give the field this value; an empty list clears a custom field. */
export function changeOf({ key }: Pick<Field, 'key'>, value: FieldValue): Record<string, unknown> {
  if (!key.startsWith(custom)) return { [key]: value }
  return { fields: { [key.slice(custom.length)]: Array.isArray(value) && value.length === 0 ? null : value } }
}

/** The record that a field holds, by the name that stands beside its id: `companyId` and `companyName`, or `company`. */
export function chosenOf(record: object, field: Pick<Field, 'key' | 'type'>): readonly FieldOption[] | undefined {
  const id = valueOf(record, field)
  if (!isRelation(field.type) || typeof id !== 'string') return undefined
  const values = record as Readonly<Record<string, unknown>>
  const base = field.key.replace(/Id$/, '')
  const name = values[`${base}Name`] ?? (values[base] as { name?: string } | null | undefined)?.name
  return typeof name === 'string' ? [{ value: id, label: name }] : undefined
}
