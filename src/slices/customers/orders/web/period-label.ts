import type { Period } from '../schema.ts'

/** A period by its first day, as short as an axis needs: `Q1 26`, `Mar 26`, `2026`, `29/3`. */
export function periodLabel(period: Period, from: string, locale: string): string {
  const at = new Date(`${from}T00:00:00Z`)
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(at)
  const year = from.slice(2, 4)
  switch (period) {
    case 'year':
      return from.slice(0, 4)
    case 'quarter':
      return `Q${Math.floor(at.getUTCMonth() / 3) + 1} ${year}`
    case 'month':
      return `${format({ month: 'short' })} ${year}`
    case 'week':
      return format({ day: 'numeric', month: 'numeric' })
  }
}
