import type { ReactNode } from 'react'
import { EditableFacts, type EditableFact } from '../fields/EditableFacts.tsx'
import type { FieldValue } from '../fields/field.ts'
import { TextLink } from '../layout/TextLink.tsx'
import classes from './Record.module.css'
import { changeOf, chosenOf, isCustom, valueOf, type RecordField } from './record-field.ts'
import { shown } from './record-columns.tsx'
import { useChangeRecord } from './use-change-record.ts'
import { useMayChange, type FullRecord, type WebRecord } from './web-record.ts'

export interface RecordFieldsProps<Full extends FullRecord> {
  record: WebRecord<any, Full>
  full: Full
  /** Keys of the fields that are shown even when they are empty; custom fields follow, then the rest. */
  always: readonly string[]
  /** All others that may be written, where it is left out. */
  rest?: readonly string[]
  /** Keys of fields that are shown in another way. */
  without?: readonly string[]
  /** How some are shown here and not in lists. */
  texts?: Readonly<Record<string, ReactNode>>
  /** Shows at first only those that are always shown. */
  folded?: boolean
}

/** The fields of one record, each edited where it stands. */
export function RecordFields<Full extends FullRecord>({
  record,
  full,
  always,
  rest,
  without = [],
  texts = {},
  folded,
}: RecordFieldsProps<Full>) {
  const fields = record.useFields() as readonly RecordField<Full>[]
  const change = useChangeRecord(record)
  const mayWrite = useMayChange(record, full)
  const named = (keys: readonly string[]) => keys.flatMap(key => fields.filter(field => field.key === key))
  const others = fields.filter(
    field => !field.isReadOnly && !isCustom(field) && ![...always, ...without].includes(field.key),
  )
  const fact = (field: RecordField<Full>): EditableFact => ({
    field,
    value: valueOf(full, field),
    text: linked(field, valueOf(full, field), texts[field.key] ?? shown(field, full)),
    chosen: chosenOf(full, field),
    save: mayWrite && !field.isReadOnly ? value => change(full.id, changeOf(field, value)) : undefined,
    always: always.includes(field.key),
  })
  return (
    <EditableFacts
      facts={[...named(always), ...fields.filter(isCustom), ...(rest ? named(rest) : others)].map(fact)}
      folded={folded}
    />
  )
}

/** Leads to the record that the field names, or to what its value is the address of. */
function linked({ hrefOf }: RecordField<never>, value: FieldValue, text: ReactNode): ReactNode {
  if (!hrefOf || value === null) return text
  const href = hrefOf(String(value))
  if (href.startsWith('/')) return <TextLink href={href} label={text} isName />
  return (
    <a className={classes.link} href={href} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  )
}
