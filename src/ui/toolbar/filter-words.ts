import type { Translate } from '../../kernel/messages.ts'
import { currencyDigits } from '../../kernel/money.ts'
import {
  isComplete,
  isRelation,
  type Field,
  type FieldOption,
  type FieldValue,
  type Filter,
  type FilterOperator,
} from '../fields/field.ts'
import type { Formatters } from '../i18n/format.ts'
import type { toolbarMessages } from './toolbar-messages.ts'

type Words = Translate<(typeof toolbarMessages)['english']>

export function operatorWords(field: Field, operator: FilterOperator, t: Words): string {
  if (operator === 'empty') return t('emptyOperator')
  if (field.type === 'date') {
    if (operator === 'gte') return t('dateGte')
    if (operator === 'lte') return t('dateLte')
    if (operator === 'gt') return t('dateGt')
    if (operator === 'lt') return t('dateLt')
  }
  return t(operator)
}

/** "Owner is any of Jana, Petr" in the parts that a chip shows. */
export function filterWords(
  field: Field,
  filter: Filter,
  names: ReadonlyMap<string, string>,
  format: Formatters,
  t: Words,
): { operator: string; value: string } {
  if (!isComplete(filter)) return { operator: operatorWords(field, filter.operator, t), value: '…' }
  if (filter.operator === 'empty') return { operator: filter.value === 'true' ? t('empty') : t('notEmpty'), value: '' }
  const parts = splitsAtCommas(field, filter.operator) ? filter.value.split(',') : [filter.value]
  const words = parts.map(part => {
    if (field.type === 'date') {
      const day = part.slice(0, 10)
      // An address can hold anything.
      return Number.isNaN(Date.parse(`${day}T00:00Z`)) ? part : format.day(day)
    }
    if (field.type === 'number') return format.number(Number(part))
    if (field.type === 'money') {
      return field.currency
        ? format.money(
            Number(part),
            field.currency,
            currencyDigits(field.currency) > 0 && Number(part) % 100 === 0 ? 'round' : 'exact',
          )
        : format.number(Number(part) / 100)
    }
    if (field.type === 'yesno') return part === 'true' ? t('yes') : t('no')
    return (
      field.options?.find(option => option.value === part)?.label ?? names.get(part) ?? (field.resolve ? '…' : part)
    )
  })
  const firstTwo = words.slice(0, 2).join(', ')
  const rest = words.length - 2
  const single = filter.operator === 'in' && words.length === 1
  return {
    operator: single ? t('eq') : operatorWords(field, filter.operator, t),
    value: rest > 0 ? `${firstTwo} + ${t('more', { count: rest })}` : firstTwo,
  }
}

/** The control that edits a filter's value is that of a field, sometimes of another type: several choices instead of one. */
export function editorField(field: Field, operator: FilterOperator, t: Words): Field {
  if (operator === 'empty') {
    return {
      ...field,
      type: 'choice',
      search: undefined,
      options: [
        { value: 'true', label: t('isEmptyYes') },
        { value: 'false', label: t('isEmptyNo') },
      ],
    }
  }
  if (field.type === 'choice' || field.type === 'choices')
    return { ...field, type: operator === 'in' ? 'choices' : 'choice' }
  if (isRelation(field.type)) return { ...field, type: operator === 'in' ? 'tag' : 'record' }
  if (field.type === 'link') return { ...field, type: 'text' }
  return field
}

function splitsAtCommas(field: Field, operator: FilterOperator): boolean {
  return operator === 'in' && (field.options !== undefined || isRelation(field.type))
}

/** What was typed and cannot be read as a number or a day. */
const unread = String(Number.NaN)

export function toFieldValue(editor: Field, text: string): FieldValue {
  if (text === '') return editor.type === 'choices' || editor.type === 'tag' ? [] : null
  if (editor.type === 'number' || editor.type === 'money') return Number(text)
  if (editor.type === 'date') return text === unread ? Number.NaN : text
  if (editor.type === 'yesno') return text === 'true'
  if (editor.type === 'choices' || editor.type === 'tag') return text.split(',')
  return text
}

export function toFilterText(value: FieldValue): string {
  if (value === null) return ''
  return Array.isArray(value) ? value.join(',') : String(value)
}

export function optionNames(options: readonly FieldOption[]): Map<string, string> {
  return new Map(options.map(option => [option.value, option.label]))
}
