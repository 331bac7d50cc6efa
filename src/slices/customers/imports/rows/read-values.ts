import { parseCountry } from '../values/country.ts'
import { instantOf, parseTime } from '../values/date.ts'
import { isNothing } from '../values/word.ts'
import { dateOrders } from '../schema.ts'
import { splitCell, toLine } from './cell.ts'
import { cut, quote, type Report } from './report.ts'
import type { RowRules } from './rules.ts'

export function readCountry(text: string, report: Report): string | undefined {
  if (isNothing(text)) return undefined
  const code = parseCountry(text)
  if (code === null) report.warn(`${quote(text)} is not a country that Rapport knows; left empty.`)
  return code ?? undefined
}

export function readMember(text: string, rules: RowRules, report: Report): string | null {
  if (isNothing(text)) return null
  const id = rules.members.get(
    /<([^<>]+)>|\(([^()@]+@[^()]+)\)/.exec(text)?.slice(1).find(Boolean)?.toLowerCase() ?? text.toLowerCase(),
  )
  if (id === undefined) report.warn(`Nobody in this workspace has the e-mail or name ${quote(text)}; left empty.`)
  return id ?? null
}

const orderNames = { dmy: 'day, month, year', mdy: 'month, day, year', ymd: 'year, month, day' }

/** Why a text is no date; where only the order of its numbers is wrong, the one that fits. */
export function notDate(text: string, rules: RowRules): string {
  const fitting = dateOrders.find(order => order !== rules.dateOrder && parseTime(text, order) !== null)
  return fitting === undefined
    ? `${quote(text)} is not a date`
    : `${quote(text)} is a date only as ${orderNames[fitting]}, not as ${orderNames[rules.dateOrder]}`
}

export function readTime(text: string, rules: RowRules, report: Report): Date | null {
  if (isNothing(text)) return null
  const time = parseTime(text, rules.dateOrder)
  if (time === null || time.year < 1900 || time.year > 2099) {
    report.warn(`${notDate(text, rules)}; left empty.`)
    return null
  }
  return instantOf(time, rules.timeZone)
}

export function addTags(before: string[], text: string, report: Report): string[] {
  const given = splitCell(toLine(text), /[;,|]|:::/).filter(tag => !isNothing(tag) && tag !== '* myContacts')
  return [...new Set([...before, ...given.map(tag => cut(tag.replace(/^\* /, ''), 60, report))])].slice(0, 50)
}

/** Address lines in their order: `6` + `Tullaroop Street` is one line, a flat or building follows after a comma. */
export function joinStreet(before: string | undefined, text: string): string {
  if (before === undefined) return text
  return /^\d+\w?$/.test(before) ? `${before} ${text}` : `${before}, ${text}`
}
