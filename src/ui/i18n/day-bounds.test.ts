import { expect, test } from 'vitest'
import { addDays, instantAt, startOfDay, timeOfDay } from './day-bounds.ts'

test.each([
  ['2026-01-15', 'Europe/Prague', '2026-01-14T23:00:00.000Z'],
  ['2026-07-15', 'Europe/Prague', '2026-07-14T22:00:00.000Z'],
  ['2026-03-29', 'Europe/Prague', '2026-03-28T23:00:00.000Z'],
  ['2026-03-30', 'Europe/Prague', '2026-03-29T22:00:00.000Z'],
  ['2026-10-25', 'Europe/Prague', '2026-10-24T22:00:00.000Z'],
  ['2026-01-15', 'America/New_York', '2026-01-15T05:00:00.000Z'],
  ['2026-01-15', 'Asia/Kathmandu', '2026-01-14T18:15:00.000Z'],
  ['2026-01-15', 'UTC', '2026-01-15T00:00:00.000Z'],
])('%s begins in %s at %s', (day, zone, instant) => {
  expect(startOfDay(day, zone)).toBe(instant)
})

test('the day after the last of a month is the first of the next', () => {
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
})

test.each(['2026-01-15', '2026-03-29', '2026-07-01', '2026-10-25'])(
  'five in the afternoon of %s reads as it was said',
  day => {
    expect(timeOfDay(instantAt(day, '17:00', 'Europe/Prague'), 'Europe/Prague')).toBe('17:00')
  },
)
