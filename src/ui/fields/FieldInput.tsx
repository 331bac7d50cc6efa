import { TextInput } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { currencyDigits, fromMinor, toMinor } from '../../kernel/money.ts'
import { AsyncMultiSelect } from '../form/AsyncMultiSelect.tsx'
import { AsyncSelect } from '../form/AsyncSelect.tsx'
import { DecimalInput } from '../form/DecimalInput.tsx'
import { ChoiceInput } from './ChoiceInput.tsx'
import {
  isRelation,
  type ControlProps,
  type Field,
  type FieldOption,
  type FieldValue,
  type TypedControlProps,
} from './field.ts'
import { TextualInput } from './TextualInput.tsx'

export interface FieldInputProps extends Omit<ControlProps, 'data-autofocus'> {
  field: Field
  value: FieldValue
  onChange: (value: FieldValue) => void
  /** Names of the records whose ids are the value, for relations that do not know them. */
  chosen?: readonly FieldOption[]
}

// The code of calendars and of rare controls arrives when one is shown.
const DateInput = lazy(() => import('../form/DateInput.tsx'))
const RareInput = lazy(() => import('./RareInput.tsx'))

/** The right control for a field's type, built in or custom. */
export function FieldInput(props: FieldInputProps) {
  const { label, description, placeholder, 'aria-label': named } = props
  return (
    <Suspense fallback={<TextInput {...{ label, description, placeholder, 'aria-label': named }} readOnly />}>
      <Control {...props} />
    </Suspense>
  )
}

function Control({ field, value, onChange, chosen, ...rest }: FieldInputProps) {
  const input: ControlProps = { ...rest, 'data-autofocus': rest.autoFocus || undefined }
  const parts = { field, value, onChange, input }
  if (field.type === 'password' || field.shownAs) return <RareInput {...parts} />
  if (isRelation(field.type)) return <RelationInput {...parts} chosen={chosen} />
  const number = typeof value === 'number' ? value : null
  const currency = field.currency ?? 'EUR'
  switch (field.type) {
    case 'number':
      return <DecimalInput {...input} value={number} onChange={onChange} />
    case 'money':
      return (
        <DecimalInput
          {...input}
          value={number === null ? null : fromMinor(number, currency)}
          onChange={amount => onChange(amount === null ? null : toMinor(amount, currency))}
          digits={currencyDigits(currency)}
          unit={currency}
        />
      )
    case 'date':
      return <DateInput {...input} value={typeof value === 'string' ? value : number} onChange={onChange} />
    case 'choice':
    case 'choices':
    case 'yesno':
      return <ChoiceInput {...parts} />
    default:
      return <TextualInput {...parts} />
  }
}

type RelationInputProps = TypedControlProps & Pick<FieldInputProps, 'chosen'>

/** One record, or several, by id; their names come from what was picked, the field or the caller. */
function RelationInput({ field, value, onChange, chosen = [], input }: RelationInputProps) {
  const [picked, setPicked] = useState<readonly FieldOption[]>([])
  const known = [...picked, ...chosen, ...(field.options ?? [])]
  const optionOf = (id: string) => known.find(option => option.value === id) ?? { value: id, label: '' }
  const ids: readonly string[] = Array.isArray(value) ? value : value === null || value === '' ? [] : [String(value)]
  const shared = { ...input, search: field.search ?? nothingFound, onCreate: field.create }
  if (field.multiple || field.type === 'tag')
    return (
      <AsyncMultiSelect
        {...shared}
        value={ids.map(optionOf)}
        onChange={options => {
          setPicked(options)
          onChange(options.map(option => option.value))
        }}
      />
    )
  return (
    <AsyncSelect
      {...shared}
      value={ids.length > 0 ? optionOf(ids[0]!) : null}
      onChange={option => {
        setPicked(option ? [option] : [])
        onChange(option?.value ?? null)
      }}
    />
  )
}

const nothingFound = async () => []
