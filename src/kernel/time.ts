import { z } from 'zod'

/** Where the present comes from; tests pass a fixed one. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** An instant in requests and responses: ISO 8601 with offset. */
export const instant = z.iso.datetime({ offset: true, error: 'Use a time such as 2026-03-29T10:00:00Z.' })

/** A calendar day: `2026-03-29`. */
export const day = z.iso.date('Use a date such as 2026-03-29.')

export const timeZone = z.string().refine(isTimeZone, 'Use a time zone such as Europe/Prague.')

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
