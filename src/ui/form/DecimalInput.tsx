import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import type { ControlProps } from '../fields/field.ts'
import { useFormat, useMessages } from '../i18n/i18n.tsx'
import { meantNumber, readNumber } from './read-number.ts'

const messages = defineMessages('ui.decimal-input', {
  noNumber: 'This is not a number.',
  writeAs: 'Write it as {number}.',
})

export interface DecimalInputProps extends ControlProps {
  value: number | null
  /** Hears NaN of what cannot be read as a number. */
  onChange: (value: number | null) => void
  /** Decimal places, of a currency. */
  digits?: number
  unit?: string
}

/** A number as the reader writes it. */
export function DecimalInput({ value, onChange, digits, unit, ...input }: DecimalInputProps) {
  const t = useMessages(messages)
  const { number, locale } = useFormat()
  const [typed, setTyped] = useState<string | null>(null)
  const isUnread = Number.isNaN(value)
  // What was typed stands as it is, as long as it is the value, or nothing yet.
  const isTyped = typed === '' || (typed !== null && Object.is(readNumber(typed, locale), value))
  const meant = isUnread ? meantNumber(typed ?? '') : undefined
  const unread = meant ? t('writeAs', { number: number(meant, { maximumFractionDigits: 20 }) }) : t('noNumber')
  const places = { minimumFractionDigits: digits, maximumFractionDigits: digits ?? 20 }
  return (
    <TextInput
      {...input}
      error={isUnread ? unread : input.error}
      inputMode="decimal"
      value={isTyped ? typed : value === null || isUnread ? '' : number(value, places)}
      onChange={({ currentTarget: { value: text } }) => {
        setTyped(text)
        onChange(readNumber(text, locale))
      }}
      onBlur={() => !isUnread && setTyped(null)}
      rightSection={unit ? <span style={{ fontSize: 12, color: 'var(--text-dim)' }}>{unit}</span> : undefined}
      rightSectionWidth={44}
    />
  )
}
