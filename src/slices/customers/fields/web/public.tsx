import { useMemo } from 'react'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import type { Field, FieldValue } from '../../../../ui/fields/field.ts'
import { FieldText } from '../../../../ui/fields/FieldText.tsx'
import type { TableColumn } from '../../../../ui/table/table-types.ts'
import { CompanyName, resolveCompanies, searchCompanies } from '../../companies/web/public.tsx'
import { ContactName, resolveContacts, searchContacts } from '../../contacts/web/public.tsx'
import { listFields, type FieldDefinition, type FieldObject } from '../schema.ts'

export interface CustomField extends Field {
  /** Key in a record's `fields`; the field's own key is `fields.<name>`, as lists filter and sort by it. */
  name: string
}

interface HasFields {
  fields: Record<string, unknown>
}

const none: readonly FieldDefinition[] = []

/** The workspace's own fields of contacts, companies or orders, as tables, filters and forms use them. */
export function useCustomFields(object: FieldObject): readonly CustomField[] {
  const definitions = useEndpoint(listFields, { query: { object } }).data?.items ?? none
  return useMemo(() => definitions.map(toField), [definitions])
}

function toField({ key, label, type, options, currency }: FieldDefinition): CustomField {
  return {
    name: key,
    key: `fields.${key}`,
    label,
    type,
    options:
      type === 'choice' || type === 'choices' ? options.map(option => ({ value: option, label: option })) : undefined,
    currency: currency ?? undefined,
    search: type === 'contact' ? searchContacts : type === 'company' ? searchCompanies : undefined,
    resolve: type === 'contact' ? resolveContacts : type === 'company' ? resolveCompanies : undefined,
    sortable: type !== 'choices' && type !== 'contact' && type !== 'company',
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
  if (field.type === 'contact' && value) return <ContactName id={String(value)} />
  if (field.type === 'company' && value) return <CompanyName id={String(value)} />
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
