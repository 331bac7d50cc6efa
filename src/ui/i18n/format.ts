import type { WordedNumber } from '../../kernel/message-params.ts'
import { defineText, type Dictionary, wordsOf } from '../../kernel/messages.ts'
import { currencyDigits, fromMinor } from '../../kernel/money.ts'

export type Instant = Date | string | number

export interface Formatters {
  locale: string
  timeZone: string
  number: (value: number, options?: Intl.NumberFormatOptions) => string
  /** 1,240,000 as "1.2M". */
  compact: (value: number) => string
  /** `share` 0.42 as "42%". */
  percent: (share: number, digits?: number) => string
  /** With a sign always: +0.42, −0.40, 0. */
  signed: (value: number, digits?: number) => string
  /** Minor units in their currency; `round` leaves out the decimals, `compact` shortens thousands. */
  money: (minor: number, currency: string, style?: 'exact' | 'round' | 'compact') => string
  bytes: (bytes: number) => string
  /** 14 Nov 2026 */
  date: (at: Instant) => string
  /** A calendar day without a zone, `2026-11-14`, as 14 Nov 2026. */
  day: (isoDay: string) => string
  /** 14:02 */
  time: (at: Instant) => string
  /** 14 Nov 2026, 14:02 */
  dateTime: (at: Instant) => string
  /** Saturday, 14 November 2026 at 14:02:31 CET */
  fullDateTime: (at: Instant) => string
  /** "5 min. ago", "tomorrow", "3 mo. ago" */
  relative: (at: Instant, now?: Instant) => string
  /** "Today", "Yesterday", or the day with its weekday; the year only when it is not this year. */
  dayHeading: (at: Instant, now?: Instant) => string
  /** `2026-11-14` in the time zone of the reader. */
  dayKey: (at: Instant) => string
  /** A count as people say it: exact, or "about 1.2M" when estimated. */
  count: (total: { count: number; isEstimate: boolean }) => WordedNumber
  list: (items: readonly string[], type?: 'conjunction' | 'disjunction') => string
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365.25 * 86_400],
  ['month', 30.4375 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

const about = defineText('ui.numbers.about', 'about {number}')

export function createFormatters(locale: string, timeZone: string, dictionary: Dictionary = {}): Formatters {
  const cache = new Map<string, Intl.NumberFormat>()
  const numberFormat = (options: Intl.NumberFormatOptions) => {
    const key = JSON.stringify(options)
    let format = cache.get(key)
    if (!format) cache.set(key, (format = new Intl.NumberFormat(locale, options)))
    return format
  }
  // British order (14 Nov 2026, 24 hours) for plain English; a reader with a region keeps that region's habits.
  const dateLocale = locale === 'en' ? 'en-GB' : locale
  const dateFormat = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(dateLocale, { timeZone, ...options })
  const date = dateFormat({ day: 'numeric', month: 'short', year: 'numeric' })
  const utcDate = dateFormat({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  const time = dateFormat({ hour: '2-digit', minute: '2-digit' })
  const dateTime = dateFormat({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' })
  const full = dateFormat({ dateStyle: 'full', timeStyle: 'long' })
  const headingThisYear = dateFormat({ weekday: 'long', day: 'numeric', month: 'long' })
  const heading = dateFormat({ weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' })
  const key = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })
  const dayWords = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const dayKey = (at: Instant) => key.format(toDate(at))

  return {
    locale,
    timeZone,
    number: (value, options = {}) => realMinus(numberFormat(options).format(value)),
    compact: value => realMinus(numberFormat({ notation: 'compact', maximumFractionDigits: 1 }).format(value)),
    percent: (share, digits = 0) => numberFormat({ style: 'percent', maximumFractionDigits: digits }).format(share),
    signed: (value, digits = 2) =>
      realMinus(
        numberFormat({
          signDisplay: 'exceptZero',
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        }).format(value),
      ),
    money: (minor, currency, style = 'exact') => {
      const digits = style === 'exact' ? currencyDigits(currency) : style === 'round' ? 0 : 1
      const format = numberFormat({
        style: 'currency',
        currency,
        minimumFractionDigits: style === 'compact' ? 0 : digits,
        maximumFractionDigits: digits,
        ...(style === 'compact' ? { notation: 'compact' } : {}),
      })
      return realMinus(format.format(fromMinor(minor, currency)))
    },
    bytes: bytes => {
      const power = bytes < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3))
      const unit = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'][power]!
      return numberFormat({
        style: 'unit',
        unit,
        unitDisplay: power === 0 ? 'long' : 'short',
        maximumFractionDigits: power > 1 ? 1 : 0,
      }).format(bytes / 1000 ** power)
    },
    date: at => date.format(toDate(at)),
    day: isoDay => utcDate.format(new Date(`${isoDay}T00:00:00Z`)),
    time: at => time.format(toDate(at)),
    dateTime: at => dateTime.format(toDate(at)),
    fullDateTime: at => full.format(toDate(at)),
    relative: (at, now = Date.now()) => {
      const seconds = (toDate(at).getTime() - toDate(now).getTime()) / 1000
      for (const [unit, size] of units) {
        if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit)
      }
      return relative.format(0, 'second')
    },
    dayHeading: (at, now = Date.now()) => {
      const day = dayKey(at)
      const days = Math.round((Date.parse(day) - Date.parse(dayKey(now))) / 86_400_000)
      if (Math.abs(days) <= 1) return capitalise(dayWords.format(days, 'day'), locale)
      const sameYear = day.slice(0, 4) === dayKey(now).slice(0, 4)
      return capitalise((sameYear ? headingThisYear : heading).format(toDate(at)), locale)
    },
    dayKey,
    count: total => {
      const exact = numberFormat({}).format(total.count)
      if (!total.isEstimate) return { value: total.count, text: exact }
      const rounded = numberFormat({ notation: 'compact', maximumFractionDigits: 1 }).format(total.count)
      return { value: total.count, text: wordsOf(about({ number: rounded }), locale, dictionary) }
    },
    list: (items, type = 'conjunction') => new Intl.ListFormat(locale, { type }).format(items),
  }
}

function realMinus(text: string): string {
  return text.replace('-', '−')
}

function toDate(at: Instant): Date {
  return at instanceof Date ? at : new Date(at)
}

function capitalise(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
}
