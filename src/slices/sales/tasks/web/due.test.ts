import { expect, test } from 'vitest'
import { createFormatters } from '../../../../ui/i18n/format.ts'
import { dueGroup, putOn } from './due.ts'

const { dayKey } = createFormatters('en', 'Europe/Prague')
const now = new Date('2026-03-02T22:30:00Z') // 23:30 in Prague

test.each([
  [null, 'undated'],
  ['2026-03-02T22:29:00Z', 'overdue'],
  ['2026-03-02T22:45:00Z', 'today'],
  ['2026-03-02T23:15:00Z', 'week'], // already tomorrow in Prague
  ['2026-03-09T12:00:00Z', 'week'],
  ['2026-03-10T12:00:00Z', 'later'],
])('due %s is %s', (dueAt, group) => {
  expect(dueGroup({ dueAt }, now, dayKey)).toBe(group)
})

test('on another day a task keeps its time and how long before it is reminded of', () => {
  const task = { dueAt: '2026-03-01T09:00:00.000Z', remindAt: '2026-03-01T08:00:00.000Z' }
  const moved = { dueAt: '2026-03-05T09:00:00.000Z', remindAt: '2026-03-05T08:00:00.000Z' }
  expect(putOn(task, '2026-03-05', now, 'Europe/Prague')).toEqual(moved)
})

test('a time that has passed today becomes the end of the day, and no day takes the reminder away', () => {
  const task = { dueAt: '2026-03-01T09:00:00.000Z', remindAt: null }
  expect(putOn(task, '2026-03-02', now, 'Europe/Prague').dueAt).toBe('2026-03-02T22:59:00.000Z')
  expect(putOn({ ...task, remindAt: task.dueAt }, null, now, 'Europe/Prague')).toEqual({ dueAt: null, remindAt: null })
})

test('a task without a day is due at the end of work', () => {
  expect(putOn({ dueAt: null, remindAt: null }, '2026-03-04', now, 'Europe/Prague').dueAt).toBe(
    '2026-03-04T16:00:00.000Z',
  )
})
