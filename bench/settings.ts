import { join } from 'node:path'

export const sizes = ['small', 'large'] as const
export type Size = (typeof sizes)[number]

/** The data of each size, how long each side is measured at a time, and how many people are linked. */
export const plans = {
  small: {
    contacts: 20_000,
    months: 24,
    eventsPerContact: 20,
    seconds: 1.2,
    rounds: 2,
    importRows: 10_000,
    linkedPeople: 20_000,
  },
  large: {
    contacts: 1_000_000,
    months: 96,
    eventsPerContact: 20,
    seconds: 4,
    rounds: 3,
    importRows: 100_000,
    linkedPeople: 1_000_000,
  },
} as const

/** Sessions, each of a member of its own; also the highest concurrency. */
export const sessions = 16
export const concurrencies = [1, sessions] as const

export function dataFolder(size: Size): string {
  return join(import.meta.dirname, 'data', size)
}
