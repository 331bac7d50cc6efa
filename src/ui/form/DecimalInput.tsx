import { NumberInput } from '@mantine/core'
import type { ControlProps } from '../fields/field.ts'
import { useLocale } from '../i18n/i18n.tsx'

export interface DecimalInputProps extends ControlProps {
  value: number | null
  onChange: (value: number | null) => void
  /** Decimal places, of a currency. */
  digits?: number
  unit?: string
}

/** A number as the reader writes it. */
export default function DecimalInput({ value, onChange, digits, unit, ...input }: DecimalInputProps) {
  const parts = new Intl.NumberFormat(useLocale()).formatToParts(12_345.6)
  const mark = (type: string) => parts.find(part => part.type === type)?.value ?? ''
  const decimal = mark('decimal')
  return (
    <NumberInput
      {...input}
      value={value ?? ''}
      onChange={next => onChange(typeof next === 'number' ? next : next === '' ? null : Number(next))}
      decimalScale={digits}
      fixedDecimalScale={digits !== undefined}
      thousandSeparator={mark('group')}
      decimalSeparator={decimal}
      allowedDecimalSeparators={mark('group') === '.' ? [decimal] : [decimal, '.']}
      hideControls
      rightSection={unit ? <span style={{ fontSize: 12, color: 'var(--text-dim)' }}>{unit}</span> : undefined}
      rightSectionWidth={44}
    />
  )
}
