import { defineMessages, say } from '../../../../kernel/messages.ts'
import { toMinor } from '../../../../kernel/money.ts'
import { mostMoney, type Column } from '../../../../kernel/record/column.ts'
import { parseCountry } from '../values/country.ts'
import { dayOf, instantOf, parseTime } from '../values/date.ts'
import { amountsCurrency, parseCurrency, parseMoney, type Amount } from '../values/money.ts'
import { parseNumber } from '../values/number.ts'
import { parseTimeZone } from '../values/time-zone.ts'
import { isNothing, parseLanguage, parseYesNo } from '../values/word.ts'
import { dateOrders } from '../schema.ts'
import { splitCell, toLine } from './cell.ts'
import { cut, quote, type Report } from './report.ts'
import type { Text } from '../../../../kernel/message-params.ts'
import type { RowRules } from './rules.ts'

const words = defineMessages('imports.read-values', {
  notCountry: '{value} is not a country that Rapport knows; left empty.',
  noSuchColleague: 'Nobody in this workspace has the e-mail or name {value}; left empty.',
  notDate: '{value} is not a date',
  otherOrder:
    '{value} is a date only as {fitting, select, dmy {day, month, year} mdy {month, day, year} other {year, month, day}}, not as {order, select, dmy {day, month, year} mdy {month, day, year} other {year, month, day}}',
  farYear: '{value} is not in one of the years from 1900 to 2099',
  leftEmpty: '{why}; left empty.',
  notYesNo: '{value} is neither yes nor no; left empty.',
  notNumber: '{value} is not a number that fits here; left empty.',
  notCurrency: '{value} is not a currency; left empty.',
  notLanguage: '{value} is not a language that Rapport knows; left empty.',
  notTimeZone: '{value} is not a time zone such as Europe/Prague; left empty.',
  notMoney: '{value} is not an amount; left empty.',
  otherCurrency: '{value} is not an amount in {currency}; left empty.',
})

/** Reads a cell as a value; undefined where it says nothing, or with a warning where it is none. */
export type ReadValue<Value> = (text: string, report: Report, rules: RowRules) => Value | undefined

function valueReader<Value>(
  parse: (text: string, rules: RowRules) => Value | null,
  otherwise: 'notCountry' | 'notYesNo' | 'notCurrency' | 'notLanguage' | 'notTimeZone' | 'notMoney',
): ReadValue<Value> {
  return (text, report, rules) => {
    if (isNothing(text)) return undefined
    const value = parse(text, rules)
    if (value === null) report.warn(say(words, otherwise, { value: quote(text) }))
    return value ?? undefined
  }
}

export const readCountry = valueReader(parseCountry, 'notCountry')
export const readYesNo = valueReader(parseYesNo, 'notYesNo')
const readKnownCurrency = valueReader(parseCurrency, 'notCurrency')
/** Null where a currency is meant that cannot be read: then nobody knows what the amounts beside it are. */
export const readCurrency: ReadValue<string | null> = (text, report, rules) =>
  isNothing(text) ? undefined : (readKnownCurrency(text, report, rules) ?? null)
export const readLanguage = valueReader(parseLanguage, 'notLanguage')
export const readTimeZone = valueReader(parseTimeZone, 'notTimeZone')
export const readMoney = valueReader((text, { decimalMark }) => {
  const money = parseMoney(text, decimalMark)
  return money && money.amount >= 0 ? money : null
}, 'notMoney')

/**
 * What an amount is in minor units, and of which currency: its own, the one `stated` with it, or `expected`. Nothing where
 * the one that is stated could not be read, which was warned of there.
 */
export function toMoney(
  amount: Amount,
  stated: string | null | undefined,
  expected: string | null,
  report: Report,
): { currency: string; amount: number } | undefined {
  const likely = stated === undefined ? expected : stated
  if (likely === null) return undefined
  const [value, currency] = [quote(amount.text), amountsCurrency([amount], stated ?? null, likely)]
  if (currency === null) report.warn(say(words, 'otherCurrency', { value, currency: likely }))
  const worth = currency === null ? 0 : toMinor(amount.amount, currency)
  if (worth > mostMoney) report.warn(say(words, 'notMoney', { value }))
  return currency === null || worth > mostMoney ? undefined : { currency, amount: worth }
}

/** A whole number that the column takes: `10+` and `10-50` are at least ten. */
function readWhole({ given }: Column, text: string, report: Report, { decimalMark }: RowRules): number | undefined {
  if (isNothing(text)) return undefined
  const number = parseNumber(text.replace(/\+$/, '').replace(/^(\d+)\s*[-–]\s*\d+$/, '$1'), decimalMark)
  if (number !== null && given.safeParse(Math.round(number)).success) return Math.round(number)
  report.warn(say(words, 'notNumber', { value: quote(text) }))
  return undefined
}

const codes = { country: readCountry, currency: readCurrency, language: readLanguage, zone: readTimeZone }

/** Reads a cell as what this column of a record holds. */
export function readColumn(column: Column, text: string, report: Report, rules: RowRules): unknown {
  const { type, code, isLong, most = 200 } = column
  if (code) return codes[code](text, report, rules)
  if (type === 'boolean') return readYesNo(text, report, rules)
  if (type === 'integer') return readWhole(column, text, report, rules)
  if (type === 'date') return readDay(text, report, rules)
  if (type === 'timestamptz') return readTime(text, report, rules)
  return cut(isLong ? text : toLine(text), most, report)
}

export function readMember(text: string, report: Report, rules: RowRules): string | null {
  if (isNothing(text)) return null
  const id = rules.members.get(
    /<([^<>]+)>|\(([^()@]+@[^()]+)\)/.exec(text)?.slice(1).find(Boolean)?.toLowerCase() ?? text.toLowerCase(),
  )
  if (id === undefined) report.warn(say(words, 'noSuchColleague', { value: quote(text) }))
  return id ?? null
}

/** Why a text is no date that is taken; where only the order of its numbers is wrong, the one that fits. */
export function notDate(text: string, rules: RowRules): Text {
  if (parseTime(text, rules.dateOrder) !== null) return say(words, 'farYear', { value: quote(text) })
  const fitting = dateOrders.find(order => order !== rules.dateOrder && parseTime(text, order) !== null)
  const value = quote(text)
  return fitting === undefined
    ? say(words, 'notDate', { value })
    : say(words, 'otherOrder', { value, fitting, order: rules.dateOrder })
}

/** The same of a cell that is left empty for it. */
export function leftEmpty(why: Text): Text {
  return say(words, 'leftEmpty', { why })
}

function readParts(text: string, report: Report, rules: RowRules) {
  if (isNothing(text)) return null
  const time = parseTime(text, rules.dateOrder)
  if (time !== null && time.year >= 1900 && time.year <= 2099) return time
  report.warn(leftEmpty(notDate(text, rules)))
  return null
}

export function readTime(text: string, report: Report, rules: RowRules): Date | undefined {
  const time = readParts(text, report, rules)
  return time ? instantOf(time, rules.timeZone) : undefined
}

export function readDay(text: string, report: Report, rules: RowRules): string | undefined {
  const time = readParts(text, report, rules)
  return time ? dayOf(time) : undefined
}

export function addTags(before: string[], text: string, report: Report): string[] {
  const given = splitCell(toLine(text), /[;,|]|:::/).filter(tag => !isNothing(tag) && tag !== '* myContacts')
  return [...new Set([...before, ...given.map(tag => cut(tag.replace(/^\* /, ''), 60, report))])].slice(0, 50)
}
