import { NumberInput } from '@mantine/core'
import { useLocale } from '../i18n/i18n.tsx'
import type { DecimalInputProps } from './DecimalInput.tsx'

export default function LocalNumberInput({ value, onChange, digits, unit, ...input }: DecimalInputProps) {
  const locale = useLocale()
  return (
    <NumberInput
      {...input}
      value={value ?? ''}
      onChange={next => onChange(typeof next === 'number' ? next : next === '' ? null : Number(next))}
      decimalScale={digits}
      fixedDecimalScale={digits !== undefined}
      thousandSeparator={locale === 'cs' ? '\u00a0' : ','}
      decimalSeparator={locale === 'cs' ? ',' : '.'}
      allowedDecimalSeparators={locale === 'cs' ? [',', '.'] : ['.']}
      hideControls
      rightSection={unit ? <span style={{ fontSize: 12, color: 'var(--text-dim)' }}>{unit}</span> : undefined}
      rightSectionWidth={44}
    />
  )
}
