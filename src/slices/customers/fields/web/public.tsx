import { lazy, Suspense, useMemo, type ComponentType } from 'react'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import type { Field, FieldValue } from '../../../../ui/fields/field.ts'
import { FieldText } from '../../../../ui/fields/FieldText.tsx'
import { lookOf, useRecordLooks, type RecordLook, type SpokenLook } from '../../../../ui/screen/record-look.ts'
import type { TableColumn } from '../../../../ui/table/table-types.ts'
import { fieldTypes, listFields, type FieldDefinition, type FieldType } from '../schema.ts'

export interface CustomField extends Field {
  /** Key in a record's `fields`; the field's own key is `fields.<name>`, as lists filter and sort by it. */
  name: string
  /** Of a field that refers to a record: shows its name. */
  Name?: ComponentType<{ id: string }>
}

interface HasFields {
  fields: Record<string, unknown>
}

const none: readonly FieldDefinition[] = []

/** The workspace's own fields of a kind of records, as tables, filters and forms use them. */
export function useCustomFields(object: string): readonly CustomField[] {
  const definitions = useEndpoint(listFields, { query: { object } }).data?.items ?? none
  const looks = useRecordLooks()
  return useMemo(() => definitions.map(definition => toField(definition, looks)), [definitions, looks])
}

function toField({ key, label, type, options, currency }: FieldDefinition, looks: readonly SpokenLook[]): CustomField {
  const field = { name: key, key: `fields.${key}`, label }
  if (!isFieldType(type)) return { ...field, ...referring(lookOf(looks, type)?.reference) }
  return {
    ...field,
    type,
    options:
      type === 'choice' || type === 'choices' ? options.map(option => ({ value: option, label: option })) : undefined,
    currency: currency ?? undefined,
    sortable: type !== 'choices',
  }
}

function isFieldType(type: string): type is FieldType {
  return (fieldTypes as readonly string[]).includes(type)
}

const names = new Map<RecordLook['reference'], ComponentType<{ id: string }>>()

/** A field whose value is the id of a record; the code of its kind is fetched when it is needed. */
function referring(
  load: RecordLook['reference'],
): Pick<CustomField, 'type' | 'search' | 'resolve' | 'Name' | 'sortable'> {
  if (!load) return { type: 'text', sortable: false }
  const Name = names.get(load) ?? lazy(async () => ({ default: (await load()).reference.Name }))
  names.set(load, Name)
  return {
    type: 'contact',
    search: async (query, signal) => (await load()).reference.search(query, signal),
    resolve: async ids => (await load()).reference.resolve(ids),
    Name,
    sortable: false,
  }
}

export function customValue(record: HasFields, field: CustomField): FieldValue {
  return (record.fields[field.name] ?? null) as FieldValue
}

/** What `fields` of a change must say: an empty list clears the field. */
export function customChange(field: CustomField, value: FieldValue): { fields: Record<string, unknown> } {
  return { fields: { [field.name]: Array.isArray(value) && value.length === 0 ? null : value } }
}

export function CustomText({ field, value }: { field: CustomField; value: FieldValue }) {
  if (field.Name && value)
    return (
      <Suspense>
        <field.Name id={String(value)} />
      </Suspense>
    )
  return <FieldText field={field} value={value} />
}

/** Columns of a list for the custom fields, edited in place. */
export function customColumns<Row extends HasFields>(
  fields: readonly CustomField[],
  save: ((row: Row, change: { fields: Record<string, unknown> }) => Promise<unknown>) | undefined,
): TableColumn<Row>[] {
  return fields.map(field => ({
    key: field.key,
    label: field.label,
    width: field.type === 'choices' || field.type === 'link' ? 180 : 140,
    align: field.type === 'number' || field.type === 'money' ? 'end' : undefined,
    sortable: field.sortable,
    phone: 'hidden',
    render: row => <CustomText field={field} value={customValue(row, field)} />,
    edit: save && {
      field,
      value: row => customValue(row, field),
      save: (row, value) => save(row, customChange(field, value)),
    },
  }))
}
