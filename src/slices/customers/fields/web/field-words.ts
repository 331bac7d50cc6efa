import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { kindNamed, useWebKinds } from '../../../../ui/record/web-kind.ts'
import { fieldTypes, type FieldType } from '../schema.ts'

const fieldWords = defineMessages('fields.field', {
  text: 'Text',
  number: 'Number',
  money: 'Money',
  date: 'Date',
  choice: 'Choice',
  choices: 'Several choices',
  yesno: 'Yes or no',
  link: 'Link',
})

/** The name of a type: its own, or that of the kind of records to which the field refers. */
export function useTypeWords(): (type: string) => string {
  const t = useMessages(fieldWords)
  const kinds = useWebKinds()
  return type =>
    (fieldTypes as readonly string[]).includes(type) ? t(type as FieldType) : (kindNamed(kinds, type)?.one ?? type)
}
