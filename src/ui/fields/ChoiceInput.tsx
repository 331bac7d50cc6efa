import { MultiSelect, Select } from '@mantine/core'
import type { TypedControlProps } from './field.ts'
import { useFieldWords } from './use-field-words.ts'

/** One or several of a few known values. */
export function ChoiceInput({ field, value, onChange, input }: TypedControlProps) {
  const words = useFieldWords()
  const isYesNo = field.type === 'yesno'
  const answers = [true, false].map(answer => ({ value: String(answer), label: words(field, answer) }))
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
