import { describe, expect, test } from 'vitest'
import { parseCountry } from './country.ts'
import { dayOf, instantOf, parseTime, sniffOrder } from './date.ts'
import { parseNumber, sniffDecimalMark } from './number.ts'
import { isNothing, parseLanguage, parseYesNo } from './word.ts'

describe('times', () => {
  test.each([
    ['2009-12-01 07:45:00', 'dmy', '2009-12-01T06:45:00.000Z'],
    ['2024-07-01', 'dmy', '2024-06-30T22:00:00.000Z'],
    ['2024-07-01T10:00:00Z', 'dmy', '2024-07-01T10:00:00.000Z'],
    ['2024-07-01T10:00:00.123456+05:30', 'dmy', '2024-07-01T04:30:00.123Z'],
    ['2024-07-01 10:00:00 UTC', 'dmy', '2024-07-01T10:00:00.000Z'],
    ['31.12.2023', 'dmy', '2023-12-30T23:00:00.000Z'],
    ['1. 2. 2024 8:05', 'dmy', '2024-02-01T07:05:00.000Z'],
    ['2/1/2024', 'mdy', '2024-01-31T23:00:00.000Z'],
    ['2/1/2024', 'dmy', '2024-01-01T23:00:00.000Z'],
    ['20-10-16', 'dmy', '2016-10-19T22:00:00.000Z'],
    ['16-10-20', 'ymd', '2016-10-19T22:00:00.000Z'],
    ['20240701', 'dmy', '2024-06-30T22:00:00.000Z'],
    ['Mar 5, 2024 1:15 PM', 'dmy', '2024-03-05T12:15:00.000Z'],
    ['12:30', 'dmy', null],
    ['5 March 2024', 'dmy', '2024-03-04T23:00:00.000Z'],
    ['5. března 2024', 'dmy', '2024-03-04T23:00:00.000Z'],
    ['5. März 2024', 'dmy', '2024-03-04T23:00:00.000Z'],
    ['12/31/2024 12:00 AM', 'mdy', '2024-12-30T23:00:00.000Z'],
    ['1711929600000', 'dmy', '2024-04-01T00:00:00.000Z'],
    ['2026-03-29 02:30', 'dmy', '2026-03-29T01:30:00.000Z'],
    ['31.2.2024', 'dmy', null],
    ['31/12/2024', 'mdy', null],
    ['2024-07-01 25:00', 'dmy', null],
    ['tomorrow', 'dmy', null],
    ['', 'dmy', null],
    ['13085', 'dmy', null],
  ] as const)('%s read as %s', (text, order, expected) => {
    const parsed = parseTime(text, order)
    expect(parsed && instantOf(parsed, 'Europe/Prague').toISOString()).toBe(expected)
  })

  test('a birthday keeps its day', () => expect(dayOf(parseTime('19081209', 'dmy')!)).toBe('1908-12-09'))

  test.each([
    [['01/02/2024', '13/02/2024'], 'dmy'],
    [['01/02/2024', '02/13/2024'], 'mdy'],
    [['2024/02/13'], 'ymd'],
    [['20-10-16', '25-10-16', '01-03-17'], 'dmy'],
    [['16-10-20', '16-10-25', '17-03-01'], 'ymd'],
    [['01/02/2024', 'x'], null],
  ])('the order of %j is %s', (values, order) => expect(sniffOrder(values)).toBe(order))
})

describe('numbers', () => {
  test.each([
    ['505.3', '.', 505.3],
    ['-196.1', '.', -196.1],
    ['1,234.56', '.', 1234.56],
    ['1.234,56', ',', 1234.56],
    ['1 234,56', ',', 1234.56],
    ['1\u00a0234,5', ',', 1234.5],
    ["1'234.50", '.', 1234.5],
    ['€ 12', '.', 12],
    ['12,50 Kč', ',', 12.5],
    ['$1,200', '.', 1200],
    ['-$5.00', '.', -5],
    ['$-5.00', '.', -5],
    ['(12.00)', '.', -12],
    ['12-', '.', -12],
    ['USD 3', '.', 3],
    ['1e3', '.', 1000],
    ['.5', '.', 0.5],
    ['0', '.', 0],
    ['-0.0', '.', 0],
    ['12,5', '.', null],
    ['1.2.3', '.', null],
    ['abc', '.', null],
    ['', '.', null],
    ['12 apples', '.', null],
    ['0x10', '.', null],
  ] as const)('%s with %s', (text, mark, expected) => expect(parseNumber(text, mark)).toBe(expected))

  test.each([
    [['1,5', '2'], ','],
    [['1.5'], '.'],
    [['1.234,56'], ','],
    [['1,234.56'], '.'],
    [['1,234'], null],
    [['1.234.567'], ','],
    [['1.234', '2.500', '10.000'], ','],
    [['12', '5'], null],
    [['0.125'], '.'],
  ] as const)('the decimal mark of %j is %s', (values, mark) => expect(sniffDecimalMark(values)).toBe(mark))
})

test.each([
  ['United Kingdom', 'GB'],
  ['EIRE', 'IE'],
  ['RSA', 'ZA'],
  ['USA', 'US'],
  ['U.S.A.', 'US'],
  ['Korea', 'KR'],
  ['Philipines', 'PH'],
  ['cz', 'CZ'],
  ['Česká republika', 'CZ'],
  ['Deutschland', 'DE'],
  ['Německo', 'DE'],
  ['The Netherlands', 'NL'],
  ['Bosnia & Herzegovina', 'BA'],
  ['Channel Islands', null],
  ['West Indies', null],
  ['Unspecified', null],
  ['Iran', 'IR'],
  ['日本', null],
  ['Czech Republic', 'CZ'],
  ['Jordan', 'JO'],
  ['Panama', 'PA'],
])('the country %s is %s', (text, code) => expect(parseCountry(text)).toBe(code))

test('words', () => {
  expect(['Yes', 'ANO', '0', 'nein', 'maybe'].map(parseYesNo)).toEqual([true, true, false, false, null])
  expect(['cs', 'en_US', 'German', 'čeština', 'němčina', 'Klingon', 'zz'].map(parseLanguage)).toEqual([
    'cs',
    'en-US',
    'de',
    'cs',
    'de',
    null,
    null,
  ])
  expect(['N/A', ' - ', 'Unspecified', 'Nullová'].map(isNothing)).toEqual([true, true, true, false])
})
