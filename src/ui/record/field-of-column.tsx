import type { Column, FilterType } from '../../kernel/record/column.ts'
import { operatorsOf, type FieldType, type FieldValue } from '../fields/field.ts'
import { PersonLine } from '../values/PersonLine.tsx'
import type { RecordField } from './record-field.ts'
import { pictureOf, type WebRecord } from './web-record.ts'

const types: Record<FilterType, FieldType> = {
  text: 'text',
  number: 'number',
  time: 'date',
  day: 'date',
  id: 'record',
  ids: 'tag',
  yesno: 'yesno',
  choice: 'choice',
}

/** Written by people, but not as they are: others are made of them, or they are kept elsewhere. */
const madeOf = ['name', 'tagIds']

type Named = { id: string; name: string }

/** What the column of a record says of its field; `word` words what there is to choose from. */
export function fieldOfColumn(
  record: WebRecord<any, any>,
  key: string,
  { filter = 'text', type, uses, choices, isNullable, empty, isLong }: Column,
  word: (key: string) => string,
): Partial<RecordField<any>> & { type: FieldType } {
  const of = type === 'bigint' ? 'money' : isLong ? 'long' : types[filter]
  return {
    type: of,
    options: choices?.map(value => ({ value, label: word(value) })),
    isInstant: filter === 'time',
    sortable: uses.includes('sorted') || key === 'name',
    filterable: uses.includes('listed') || uses.includes('filtered'),
    operators: isNullable
      ? undefined
      : operatorsOf({ key, label: '', type: of }).filter(operator => operator !== 'empty' || of === 'tag'),
    isReadOnly: !(uses.includes('written') || madeOf.includes(key)),
    isRequired: !isNullable && of !== 'tag' && of !== 'yesno',
    initial: empty === undefined ? '' : (empty as FieldValue),
    ...(key === 'name' && { phone: 'title' as const, render: (row: Named) => <NameLine record={record} row={row} /> }),
  }
}

function NameLine({ record, row }: { record: WebRecord<any, any>; row: Named }) {
  return <PersonLine name={row.name} src={pictureOf(record, row)} square={record.picture !== 'round'} />
}
