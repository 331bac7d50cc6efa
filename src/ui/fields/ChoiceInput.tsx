import { MultiSelect, Select } from '@mantine/core'
import { defineMessages } from '../../kernel/messages.ts'
import { useMessages } from '../i18n/i18n.tsx'
import type { ControlProps, Field, FieldValue } from './field.ts'

const messages = defineMessages('ui.choice-input', { yes: 'Yes', no: 'No' })

export interface ChoiceInputProps {
  field: Field
  value: FieldValue
  onChange: (value: FieldValue) => void
  input: ControlProps
}

/** One or several of a few known values. */
export function ChoiceInput({ field, value, onChange, input }: ChoiceInputProps) {
  const t = useMessages(messages)
  const isYesNo = field.type === 'yesno'
  const answers = [
    { value: 'true', label: t('yes') },
    { value: 'false', label: t('no') },
  ]
  const options = isYesNo ? answers : (field.options ?? []).map(({ value, label }) => ({ value, label }))
  if (field.type === 'choices') {
    const values = Array.isArray(value) ? [...value] : []
    return <MultiSelect {...input} data={options} value={values} onChange={onChange} searchable />
  }
  // What always has a value needs no mark that it must be filled in.
  const { required, ...rest } = input
  return (
    <Select
      {...rest}
      data={options}
      value={value === null ? null : String(value)}
      onChange={text => onChange(isYesNo && text !== null ? text === 'true' : text)}
      searchable={options.length > 8}
      clearable={!required}
      allowDeselect={!required}
    />
  )
}
