import { z } from 'zod'
import { defineMessages, refusal } from './messages.ts'

const words = defineMessages('kernel.time', {
  instantYears: 'Use a time in the years 1000 to 9999.',
  offset: 'Use an offset of at most 14 hours.',
  instant: 'Use a time such as 2026-03-29T10:00:00Z.',
  day: 'Use a date such as 2026-03-29.',
  dayYears: 'Use a date in the years 1000 to 9999.',
  timeZone: 'Use a time zone such as Europe/Prague.',
})

/** Where the present comes from; tests pass a fixed one. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** An instant in requests and responses: ISO 8601 with offset. */
export const instant = z.iso
  .datetime({ offset: true, error: refusal(words, 'instant') })
  .regex(/(Z|[+-](0\d|1[0-4]):\d\d)$/, refusal(words, 'offset'))
  .refine(isInCalendar, refusal(words, 'instantYears'))

/** A calendar day: `2026-03-29`. */
export const day = z.iso.date(refusal(words, 'day')).refine(isInCalendar, refusal(words, 'dayYears'))

/** Before and after these years JavaScript and PostgreSQL write dates differently. */
function isInCalendar(text: string): boolean {
  const year = new Date(text).getUTCFullYear()
  return year >= 1000 && year <= 9999
}

export const timeZone = z.string().refine(isTimeZone, refusal(words, 'timeZone'))

/** The calendar day that it is at `time` in a time zone. */
export function dayIn(time: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(time)
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
