import type { DateOrder } from '../schema.ts'

export interface CivilTime {
  year: number
  month: number
  day: number
  /** Milliseconds since midnight; null for a day without a time. */
  time: number | null
  /** Minutes east of Greenwich when the text says so. */
  offset: number | null
}

const iso = /^(\d{4})-(\d\d?)-(\d\d?)(?:[T ]+(.+))?$/
const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)$/
const numeric = /^(\d{1,4})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{1,4})\.?(?:,?\s+(.+))?$/
const dayMonthName =
  /^(?:[\p{L}]{2,12}\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:of\s+)?([\p{L}]{3,12})\.?,?[\s-]+(\d{4}|\d{2})(?:,?\s+(?:at\s+)?(.+))?$/iu
const monthNameDay =
  /^(?:[\p{L}]{2,12}\.?,?\s+)?([\p{L}]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,?\s+(?:at\s+)?(.+))?$/iu
const clock = /^(\d{1,2})[:.](\d\d)(?:[:.](\d\d)(?:[.,](\d{1,9}))?)?\s*([ap])?\.?m?\.?\s*(.*)$/i
const zone = /^(?:(z|utc|gmt)|(?:utc|gmt)?([+-])(\d\d):?(\d\d)?)$/i

/** Reads a day with or without a time in any of the usual spellings; null when it is none or does not exist. */
export function parseTime(text: string, order: DateOrder): CivilTime | null {
  const value = text.trim()
  let match = iso.exec(value)
  if (match) return civil(match[1]!, match[2]!, match[3]!, match[4])
  if ((match = compact.exec(value))) return civil(match[1]!, match[2]!, match[3]!)
  if ((match = numeric.exec(value))) {
    const [first, second, third, rest] = [match[1]!, match[2]!, match[3]!, match[4]]
    if (first.length > 2) return third.length > 2 ? null : civil(first, second, third, rest)
    if (order === 'ymd' && third.length <= 2) return civil(first, second, third, rest)
    if (order === 'mdy') return civil(third, first, second, rest)
    return civil(third, second, first, rest)
  }
  if ((match = dayMonthName.exec(value))) return civil(match[3]!, monthOf(match[2]!), match[1]!, match[4])
  if ((match = monthNameDay.exec(value))) return civil(match[3]!, monthOf(match[1]!), match[2]!, match[4])
  if (/^\d{10}$|^\d{13}$/.test(value)) return fromEpoch(Number(value) * (value.length === 10 ? 1000 : 1))
  return null
}

/** The calendar day as `2026-03-29`. */
export function dayOf({ year, month, day }: CivilTime): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The instant; a time without its own offset is one of `timeZone`'s clock, a day begins at midnight there. */
export function instantOf({ year, month, day, time, offset }: CivilTime, timeZone: string): Date {
  const asUtc = Date.UTC(year, month - 1, day) + (time ?? 0)
  if (offset !== null) return new Date(asUtc - offset * 60_000)
  const guess = asUtc - offsetAt(asUtc, timeZone)
  return new Date(asUtc - offsetAt(guess, timeZone))
}

/** What the dates of a column say about their order: a first number above 12 is a day, a second one too. */
export function sniffOrder(values: readonly string[]): DateOrder | null {
  const dates = values.flatMap(value => {
    const match = numeric.exec(value.trim())
    return match ? [[match[1]!, match[2]!, match[3]!] as const] : []
  })
  if (dates.some(([first]) => first.length > 2)) return 'ymd'
  if (dates.some(([, second]) => Number(second) > 12)) return 'mdy'
  const firsts = dates.map(([first]) => Number(first))
  const thirds = dates.map(([, , third]) => Number(third))
  if (firsts.some(first => first > 31)) return 'ymd'
  if (!firsts.some(first => first > 12)) return null
  // `20-10-16`: two days or two years; the part that changes less is the year.
  const isDayFirst = thirds.some(third => third > 31) || new Set(firsts).size >= new Set(thirds).size
  return isDayFirst ? 'dmy' : 'ymd'
}

function civil(yearText: string, month: string | number, day: string, rest?: string): CivilTime | null {
  const year = yearText.length <= 2 ? twoDigitYear(Number(yearText)) : Number(yearText)
  const [m, d] = [Number(month), Number(day)]
  const date = new Date(Date.UTC(year, m - 1, d))
  if (year < 1000 || year > 2999 || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return null
  if (rest === undefined) return { year, month: m, day: d, time: null, offset: null }
  const clocked = parseClock(rest)
  return clocked && { year, month: m, day: d, ...clocked }
}

function twoDigitYear(year: number): number {
  return year < 70 ? 2000 + year : 1900 + year
}

function parseClock(text: string): Pick<CivilTime, 'time' | 'offset'> | null {
  const match = clock.exec(text.trim())
  if (!match) return null
  let hour = Number(match[1])
  const [minute, second] = [Number(match[2]), Number(match[3] ?? 0)]
  if (match[5]) {
    if (hour < 1 || hour > 12) return null
    hour = (hour % 12) + (match[5].toLowerCase() === 'p' ? 12 : 0)
  }
  if (hour > 23 || minute > 59 || second > 59) return null
  const milliseconds = match[4] ? Math.floor(Number(`0.${match[4]}`) * 1000) : 0
  const time = ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds
  const tail = match[6]!
  if (tail === '') return { time, offset: null }
  const shift = zone.exec(tail)
  if (!shift) return null
  if (shift[1]) return { time, offset: 0 }
  return { time, offset: (shift[2] === '-' ? -1 : 1) * (Number(shift[3]) * 60 + Number(shift[4] ?? 0)) }
}

function fromEpoch(milliseconds: number): CivilTime {
  const date = new Date(milliseconds)
  const midnight = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate())
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    time: milliseconds - midnight,
    offset: 0,
  }
}

let months: Map<string, number> | undefined

/** Number of a month by its name or its first letters in English, Czech or German; 0 for another word. */
function monthOf(word: string): number {
  if (!months) {
    months = new Map()
    for (const locale of ['en', 'cs', 'de']) {
      for (let month = 1; month <= 12; month++) {
        for (const shape of [{ month: 'long' }, { month: 'long', day: 'numeric' }] as const) {
          const parts = new Intl.DateTimeFormat(locale, { ...shape, timeZone: 'UTC' }).formatToParts(
            Date.UTC(2024, month - 1, 1),
          )
          const name = parts.find(part => part.type === 'month')!.value.toLowerCase()
          months.set(name, month)
          if (locale !== 'cs' && !months.has(name.slice(0, 3))) months.set(name.slice(0, 3), month)
        }
      }
    }
    months.set('sept', 9)
  }
  return months.get(word.toLowerCase()) ?? 0
}

const offsets = new Map<string, number>()
const formats = new Map<string, Intl.DateTimeFormat>()

/** Milliseconds that the clock of `timeZone` is ahead of UTC at the instant `at`. */
function offsetAt(at: number, timeZone: string): number {
  if (timeZone === 'UTC') return 0
  const quarter = Math.floor(at / 900_000)
  const key = `${timeZone} ${quarter}`
  let offset = offsets.get(key)
  if (offset === undefined) {
    let format = formats.get(timeZone)
    if (!format) {
      format = new Intl.DateTimeFormat('en-u-hc-h23', {
        timeZone,
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
        era: 'short',
      })
      formats.set(timeZone, format)
    }
    const part = Object.fromEntries(
      format.formatToParts(quarter * 900_000).map(({ type, value }) => [type, Number(value)]),
    )
    offset = Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute, part.second) - quarter * 900_000
    if (offsets.size > 50_000) offsets.clear()
    offsets.set(key, offset)
  }
  return offset
}
