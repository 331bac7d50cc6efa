import { isOneSlip } from './distance.ts'

export const dateLevels = ['missing', 'different', 'year', 'day-month', 'slip', 'same'] as const

/** ISO days: an index into `dateLevels`. `year` is the same year, or the same day of another one. */
export function compareDates(a: string, b: string): number {
  if (a === '' || b === '') return 0
  if (a === b) return 5
  if (isOneSlip(a.replaceAll('-', ''), b.replaceAll('-', ''))) return 4
  if (a.slice(0, 4) === b.slice(0, 4)) return a.slice(5, 7) === b.slice(8) && a.slice(8) === b.slice(5, 7) ? 3 : 2
  return a.slice(4) === b.slice(4) ? 2 : 1
}
