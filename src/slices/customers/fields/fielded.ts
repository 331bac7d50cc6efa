import { invalidChoice } from '../../../kernel/errors.ts'
import type { RecordKind } from '../../../platform/record/record-kind.ts'
import { fieldTypes } from './schema.ts'

declare module '../../../platform/record/record-kind.ts' {
  interface RecordKind {
    /** A custom field may refer to one of its records, which has a bin. */
    reference?: true
  }
}

/** Whether records of this kind hold values of custom fields. */
export function hasFields({ columns = {} }: RecordKind): boolean {
  return 'fields' in columns
}

/** Whether a field of this type holds the id of a record. */
export function isReference(type: string): boolean {
  return !(fieldTypes as readonly string[]).includes(type)
}

/** Throws `invalid` unless there are records of this kind with custom fields. */
export function requireFielded(records: readonly RecordKind[], object: string): RecordKind {
  return oneOf(records, hasFields, 'object', object, [])
}

/** Throws `invalid` unless a custom field may be of this type. */
export function requireType(records: readonly RecordKind[], type: string): void {
  if (isReference(type)) oneOf(records, kind => kind.reference === true, 'type', type, fieldTypes)
}

function oneOf(
  records: readonly RecordKind[],
  fits: (kind: RecordKind) => boolean,
  path: string,
  name: string,
  others: readonly string[],
): RecordKind {
  const fitting = records.filter(fits)
  const found = fitting.find(kind => kind.name === name)
  if (!found) throw invalidChoice(path, [...others, ...fitting.map(kind => kind.name)])
  return found
}
