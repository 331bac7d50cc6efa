import { MultiSelect, Select } from '@mantine/core'
import type { TypedControlProps } from './field.ts'
import { useFieldOptions, valueOfOption } from './use-field-options.ts'

/** One or several of a few known values. */
export function ChoiceInput({ field, value, onChange, input }: TypedControlProps) {
  const options = useFieldOptions(field).map(({ value, label }) => ({ value, label }))
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
      onChange={option => onChange(valueOfOption(field, option))}
      searchable={options.length > 8}
      clearable={!required}
      allowDeselect={!required}
    />
  )
}
