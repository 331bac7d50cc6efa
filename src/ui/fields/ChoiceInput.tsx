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
  const options = (field.options ?? []).map(({ value: key, label }) => ({ value: key, label }))
  if (field.type === 'choices') {
    const values = Array.isArray(value) ? [...value] : []
    return <MultiSelect {...input} data={options} value={values} onChange={onChange} searchable />
  }
  if (field.type === 'yesno') {
    const answers = [
      { value: 'true', label: t('yes') },
      { value: 'false', label: t('no') },
    ]
    return (
      <Select
        {...input}
        data={answers}
        value={value === null ? null : String(value)}
        onChange={text => onChange(text === null ? null : text === 'true')}
        clearable
      />
    )
  }
  // What always has a value needs no mark that it must be filled in.
  const { required, ...rest } = input
  return (
    <Select
      {...rest}
      data={options}
      value={typeof value === 'string' ? value : null}
      onChange={onChange}
      searchable={options.length > 8}
      clearable={!required}
      allowDeselect={!required}
    />
  )
}
