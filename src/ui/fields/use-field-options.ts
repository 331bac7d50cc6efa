import type { Field, FieldOption, FieldValue } from './field.ts'
import { useFieldWords } from './use-field-words.ts'

/** The few known values that a field is chosen from. */
export function useFieldOptions(field: Field): readonly FieldOption[] {
  const words = useFieldWords()
  if (field.type !== 'yesno') return field.options ?? []
  return [true, false].map(answer => ({ value: String(answer), label: words(field, answer) }))
}

/** What a field is given when that option is chosen. */
export function valueOfOption(field: Field, option: string | null): FieldValue {
  return field.type === 'yesno' && option !== null ? option === 'true' : option
}
