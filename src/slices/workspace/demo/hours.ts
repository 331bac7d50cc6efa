import { day, hour, minute } from './plan.ts'
import type { Random } from './random.ts'

/** Hours of the day at which people shop and write; each as often as it is likely. */
const waking = [
  7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 14, 14, 15, 16, 16, 17, 17, 18, 18, 19, 19, 19, 20, 20, 20, 20, 21, 21, 21,
  22, 22, 23,
]
const office = { opens: 8 * hour, closes: 18 * hour, offset: hour }

/** A time on the day of `at` when people are up, `offset` hours east of Greenwich; never after `latest`. */
export function atWakingHour(random: Random, at: number, offset: number, latest: number): number {
  const shift = offset * hour
  const time = Math.floor((at + shift) / day) * day - shift + random.pick(waking) * hour + random.next() * hour
  return Math.floor(time <= latest ? time : Math.min(at, latest))
}

/** When staff in Prague get to what came at `at`: within the hour when open, else the next working morning. */
export function whenAnswered(random: Random, at: number): number {
  const local = at + office.offset
  const midnight = Math.floor(local / day) * day
  let opensAt = midnight + office.opens
  const isWorkingDay = (time: number) => ![0, 6].includes(new Date(time).getUTCDay())
  if (isWorkingDay(local) && local >= opensAt && local < midnight + office.closes) {
    return Math.floor(at + 2 * minute + random.exponential(35 * minute))
  }
  if (local >= opensAt) opensAt += day
  while (!isWorkingDay(opensAt)) opensAt += day
  return Math.floor(opensAt - office.offset + random.exponential(45 * minute))
}

/** Moves `at` into office hours of the same or the next working day. */
export function inOfficeHours(random: Random, at: number): number {
  return whenAnswered(random, Math.floor(at / day) * day) + Math.floor(random.next() * 8 * hour)
}
