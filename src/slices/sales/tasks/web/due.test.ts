import { expect, test } from 'vitest'
import { createFormatters } from '../../../../ui/i18n/format.ts'
import { dueGroup } from './due.ts'

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
