import { useCallback } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import { useFormat, useMessages } from '../i18n/i18n.tsx'
import { isRelation, type Field, type FieldValue } from './field.ts'

const messages = defineMessages('ui.use-field', { yes: 'Yes', no: 'No' })

export type FieldWords = (field: Pick<Field, 'type' | 'options' | 'currency'>, value: FieldValue | undefined) => string

/** The value of a field in words; nothing is ''. A record that the field does not know by name is "…". */
export function useFieldWords(): FieldWords {
  const t = useMessages(messages)
  const format = useFormat()
  return useCallback(
    (field, value) => {
      if (value === null || value === undefined || value === '') return ''
      const unknown = (part: string) => (isRelation(field.type) ? '…' : part)
      const labelOf = (part: string) => field.options?.find(option => option.value === part)?.label ?? unknown(part)
      switch (field.type) {
        case 'number':
          return format.number(Number(value))
        case 'money':
          return field.currency ? format.money(Number(value), field.currency) : format.number(Number(value) / 100)
        case 'date':
          return format.day(String(value))
        case 'yesno':
          return value ? t('yes') : t('no')
        default:
          return Array.isArray(value) ? format.list(value.map(labelOf)) : labelOf(String(value))
      }
    },
    [t, format],
  )
}
