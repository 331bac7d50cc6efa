import { useFormat } from '../i18n/i18n.tsx'

export interface NumberTextProps {
  value: number
  digits?: number
  /** Shortens thousands; the exact number is on hover. */
  compact?: boolean
}

export function NumberText({ value, digits, compact = false }: NumberTextProps) {
  const format = useFormat()
  const exact = format.number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return (
    <span className="tabular" title={compact ? exact : undefined}>
      {compact ? format.compact(value) : exact}
    </span>
  )
}
