import { expect, test } from 'vitest'
import type { MessageParams } from '../../kernel/message-params.ts'
import { translate } from '../../kernel/translate.ts'
import { operatorsOf, type FieldType, type FilterOperator } from '../fields/field.ts'
import { createFormatters } from '../i18n/format.ts'
import { filterWords, toFieldValue, toFilterText } from './filter-words.ts'
import { toolbarMessages } from './toolbar-messages.ts'

const { english } = toolbarMessages
const format = createFormatters('en', 'Europe/Prague')
const types: FieldType[] = ['text', 'link', 'number', 'money', 'date', 'choice', 'choices', 'yesno', 'record', 'tag']

const said = (type: FieldType, operator: FilterOperator, value: string) => {
  const field = { key: 'at', label: 'At', type, currency: 'EUR' }
  return filterWords(field, { field: 'at', operator, value }, new Map(), format, (key, ...[params]) =>
    translate(english[key], 'en', params as MessageParams),
  )
}

test.each(types)('a filter by %s says an ellipsis until its value is chosen', type => {
  for (const operator of operatorsOf({ key: 'at', label: 'At', type })) expect(said(type, operator, '').value).toBe('…')
})

test.each([
  ['date', 'gte', '2026-11-14', 'is on or after 14 Nov 2026'],
  ['date', 'gte', 'someday', 'is on or after someday'],
  ['number', 'gt', '12.5', 'is more than 12.5'],
  ['money', 'gte', '1250', 'is at least €12.50'],
  ['yesno', 'eq', 'false', 'is no'],
  ['text', 'empty', 'false', 'is not empty '],
] as const)('a filter by %s, %s %s, says "%4$s"', (type, operator, value, text) => {
  const { operator: word, value: shown } = said(type, operator, value)
  expect(`${word} ${shown}`).toBe(text)
})

test.each(['number', 'money', 'date'] as const)(
  'what cannot be read as a %s is not forgotten as if nothing was typed',
  type => {
    expect(toFieldValue({ key: 'at', label: 'At', type }, toFilterText(Number.NaN))).toBeNaN()
  },
)
