import { expect, test } from 'vitest'
import { createFormatters } from './format.ts'

const en = createFormatters('en', 'Europe/Prague')
const cs = createFormatters('cs', 'Europe/Prague')
const now = '2026-11-14T12:00:00Z'

test.each([
  ['2026-11-14T11:59:40Z', 'now'],
  ['2026-11-14T11:54:00Z', '6 min. ago'],
  ['2026-11-13T12:00:00Z', 'yesterday'],
  ['2026-11-14T15:30:00Z', 'in 3 hr.'],
  ['2025-11-01T12:00:00Z', 'last yr.'],
])('relative time of %s', (at, expected) => {
  expect(en.relative(at, now)).toBe(expected)
})

test('days are those of the reader’s time zone', () => {
  expect(en.dayKey('2026-11-13T23:30:00Z')).toBe('2026-11-14')
  expect(createFormatters('en', 'America/New_York').dayKey('2026-11-13T23:30:00Z')).toBe('2026-11-13')
  expect(en.dayHeading('2026-11-13T23:30:00Z', now)).toBe('Today')
  expect(en.dayHeading('2026-11-13T10:00:00Z', now)).toBe('Yesterday')
  expect(cs.dayHeading('2026-11-13T10:00:00Z', now)).toBe('Včera')
  expect(en.dayHeading('2026-11-02T10:00:00Z', now)).toBe('Monday 2 November')
})

test('a calendar day does not move with the time zone', () => {
  expect(createFormatters('en', 'America/Los_Angeles').day('2026-11-14')).toBe('14 Nov 2026')
})

test('money counts in minor units of its currency', () => {
  expect(en.money(124_050, 'EUR')).toBe('€1,240.50')
  expect(en.money(1240, 'JPY')).toBe('¥1,240')
  expect(en.money(-8400, 'EUR')).toBe('−€84.00')
  expect(en.money(124_000_000, 'EUR', 'compact')).toBe('€1.2M')
  expect(cs.money(124_050, 'CZK').replaceAll('\u00a0', ' ')).toBe('1 240,50 Kč')
})

test('counts are exact, or say that they are not', () => {
  expect(en.count({ count: 8123, isEstimate: false })).toEqual({ value: 8123, text: '8,123' })
  expect(en.count({ count: 1_234_000, isEstimate: true }).text).toBe('about 1.2M')
})

test('signed numbers use a real minus and no sign at zero', () => {
  expect([en.signed(0.42), en.signed(-0.4, 1), en.signed(0)]).toEqual(['+0.42', '−0.4', '0.00'])
})

test('byte sizes', () => {
  expect([en.bytes(840), en.bytes(45_300), en.bytes(1_250_000)]).toEqual(['840 bytes', '45 kB', '1.3 MB'])
})
