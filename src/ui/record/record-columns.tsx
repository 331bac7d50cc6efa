import { FieldText } from '../fields/FieldText.tsx'
import { isRelation, type FieldValue } from '../fields/field.ts'
import type { TableColumn } from '../table/table-types.ts'
import { RelativeTime } from '../values/RelativeTime.tsx'
import { changeOf, chosenOf, valueOf, type RecordField } from './record-field.ts'

/** A value as it is read: by its own way, else by its type. */
export function shown<Row extends object>(field: RecordField<Row>, row: Row) {
  if (field.render) return field.render(row)
  const value = valueOf(row, field)
  if (value === null) return null
  if (isRelation(field.type)) {
    const known = [...(chosenOf(row, field) ?? []), ...(field.options ?? [])]
    return known.find(option => option.value === value)?.label ?? null
  }
  return field.isInstant ? <RelativeTime at={String(value)} /> : <FieldText field={field} value={value} />
}

/** The columns of a list; those that may be written are edited in place by `save`. */
export function columnsOf<Row extends object>(
  fields: readonly RecordField<Row>[],
  save?: (row: Row, change: Record<string, unknown>) => Promise<unknown>,
): TableColumn<Row>[] {
  return fields
    .filter(field => field.width !== undefined)
    .map(field => ({
      key: field.key,
      label: field.label,
      width: field.width,
      align: field.align ?? (field.type === 'number' || field.type === 'money' ? 'end' : undefined),
      sortable: field.sortable,
      phone: field.phone ?? 'hidden',
      render: (row: Row) => shown(field, row),
      edit:
        save && !field.isReadOnly
          ? {
              field,
              value: (row: Row) => valueOf(row, field),
              chosen: (row: Row) => chosenOf(row, field) ?? [],
              save: (row: Row, value: FieldValue) => save(row, changeOf(field, value)),
            }
          : undefined,
    }))
}
