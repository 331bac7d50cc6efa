import { useFormat } from '../i18n/i18n.tsx'

export interface MoneyProps {
  /** Minor units of the currency. */
  amount: number
  currency: string
  /** `round` leaves out cents, `compact` shortens thousands; the exact amount is on hover. */
  style?: 'exact' | 'round' | 'compact'
}

export function Money({ amount, currency, style = 'exact' }: MoneyProps) {
  const format = useFormat()
  return (
    <span className="tabular" title={style === 'exact' ? undefined : format.money(amount, currency)}>
      {format.money(amount, currency, style)}
    </span>
  )
}
