import dayjs from 'dayjs'

/** Tells dayjs how months and days are called in a language, as the browser knows it. */
export function teachCalendar(locale: string): void {
  if (locale in dayjs.Ls) return
  const names = (count: number, instantOf: (index: number) => number, style: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...style })
    return Array.from({ length: count }, (_, index) => format.format(instantOf(index)))
  }
  const months = (month: 'long' | 'short') => names(12, index => Date.UTC(2026, index, 1), { month })
  // The first of February 2026 is a Sunday.
  const weekdays = (weekday: 'long' | 'short') => names(7, index => Date.UTC(2026, 1, index + 1), { weekday })
  dayjs.locale(
    {
      ...dayjs.Ls['en']!,
      name: locale,
      months: months('long'),
      monthsShort: months('short'),
      weekdays: weekdays('long'),
      weekdaysShort: weekdays('short'),
      weekdaysMin: weekdays('short'),
    },
    undefined,
    true,
  )
}
