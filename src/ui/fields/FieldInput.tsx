import { MultiSelect, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { currencyDigits, fromMinor, toMinor } from '../../kernel/money.ts'
import { AsyncMultiSelect } from '../form/AsyncMultiSelect.tsx'
import { AsyncSelect } from '../form/AsyncSelect.tsx'
import { DateInput } from '../form/DateInput.tsx'
import { DecimalInput } from '../form/DecimalInput.tsx'
import { defineMessages, useMessages } from '../i18n/i18n.tsx'
import type { Field, FieldOption, FieldValue } from './field.ts'

const messages = defineMessages({
  en: { yes: 'Yes', no: 'No', link: 'https://' },
  cs: { yes: 'Ano', no: 'Ne', link: 'https://' },
})

export interface FieldInputProps {
  field: Field
  value: FieldValue
  onChange: (value: FieldValue) => void
  /** Names of the records whose ids are the value, for relations. */
  chosen?: readonly FieldOption[]
  label?: string
  'aria-label'?: string
  description?: string
  error?: string
  required?: boolean
  autoFocus?: boolean
  disabled?: boolean
}

/** The right control for a field's type, built in or custom. */
export function FieldInput({ field, value, onChange, chosen = [], ...rest }: FieldInputProps) {
  const t = useMessages(messages)
  // Dialogs and popovers look for this mark when they take the focus.
  const input = { ...rest, 'data-autofocus': rest.autoFocus || undefined }
  const [picked, setPicked] = useState(chosen)
  switch (field.type) {
    case 'number':
      return <DecimalInput {...input} value={typeof value === 'number' ? value : null} onChange={onChange} />
    case 'money': {
      const currency = field.currency ?? 'EUR'
      return (
        <DecimalInput
          {...input}
          value={typeof value === 'number' ? fromMinor(value, currency) : null}
          onChange={amount => onChange(amount === null ? null : toMinor(amount, currency))}
          digits={currencyDigits(currency)}
          unit={currency}
        />
      )
    }
    case 'date':
      return <DateInput {...input} value={typeof value === 'string' ? value : null} onChange={onChange} />
    case 'choice':
      return (
        <Select
          {...input}
          data={field.options ?? []}
          value={typeof value === 'string' ? value : null}
          onChange={onChange}
          searchable={(field.options?.length ?? 0) > 8}
          clearable
        />
      )
    case 'choices':
      return (
        <MultiSelect
          {...input}
          data={field.options ?? []}
          value={Array.isArray(value) ? [...value] : []}
          onChange={onChange}
          searchable
        />
      )
    case 'yesno':
      return (
        <Select
          {...input}
          data={[
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ]}
          value={value === null ? null : String(value)}
          onChange={text => onChange(text === null ? null : text === 'true')}
          clearable
        />
      )
    case 'tag':
      return (
        <AsyncMultiSelect
          {...input}
          search={field.search ?? nothingFound}
          value={picked}
          onChange={options => {
            setPicked(options)
            onChange(options.map(option => option.value))
          }}
        />
      )
    case 'contact':
    case 'company':
    case 'member':
    case 'team':
      return (
        <AsyncSelect
          {...input}
          search={field.search ?? nothingFound}
          value={picked[0] ?? null}
          onChange={option => {
            setPicked(option ? [option] : [])
            onChange(option?.value ?? null)
          }}
        />
      )
    default:
      return (
        <TextInput
          {...input}
          type={field.type === 'link' ? 'url' : 'text'}
          placeholder={field.type === 'link' ? t('link') : undefined}
          value={typeof value === 'string' ? value : ''}
          onChange={event => onChange(event.currentTarget.value || null)}
        />
      )
  }
}

const nothingFound = async () => []
