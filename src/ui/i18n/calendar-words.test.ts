import dayjs from 'dayjs'
import customParseFormat from 'dayjs/plugin/customParseFormat.js'
import { expect, test } from 'vitest'
import { teachCalendar } from './calendar-words.ts'

dayjs.extend(customParseFormat)

test.each([
  ['cs', 'D. MMMM YYYY', '29. březen 2026'],
  ['el', 'D MMM YYYY', '29 Μαρ 2026'],
  ['he', 'D MMMM YYYY', '29 מרץ 2026'],
])('%s writes and reads its months', (locale, format, text) => {
  teachCalendar(locale)
  expect(dayjs('2026-03-29').locale(locale).format(format)).toBe(text)
  expect(dayjs(text, format, locale, true).format('YYYY-MM-DD')).toBe('2026-03-29')
})
