import { defineMessages, say } from '../../../../kernel/messages.ts'
import { parseCountry } from '../values/country.ts'
import { dayOf, instantOf, parseTime } from '../values/date.ts'
import { isNothing, parseYesNo } from '../values/word.ts'
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
  leftEmpty: '{why}; left empty.',
  notYesNo: '{value} is neither yes nor no; left empty.',
})

export function readCountry(text: string, report: Report): string | undefined {
  if (isNothing(text)) return undefined
  const code = parseCountry(text)
  if (code === null) report.warn(say(words, 'notCountry', { value: quote(text) }))
  return code ?? undefined
}

export function readMember(text: string, rules: RowRules, report: Report): string | null {
  if (isNothing(text)) return null
  const id = rules.members.get(
    /<([^<>]+)>|\(([^()@]+@[^()]+)\)/.exec(text)?.slice(1).find(Boolean)?.toLowerCase() ?? text.toLowerCase(),
  )
  if (id === undefined) report.warn(say(words, 'noSuchColleague', { value: quote(text) }))
  return id ?? null
}

/** Why a text is no date; where only the order of its numbers is wrong, the one that fits. */
export function notDate(text: string, rules: RowRules): Text {
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

function readParts(text: string, rules: RowRules, report: Report) {
  if (isNothing(text)) return null
  const time = parseTime(text, rules.dateOrder)
  if (time !== null && time.year >= 1900 && time.year <= 2099) return time
  report.warn(leftEmpty(notDate(text, rules)))
  return null
}

export function readTime(text: string, rules: RowRules, report: Report): Date | null {
  const time = readParts(text, rules, report)
  return time && instantOf(time, rules.timeZone)
}

export function readDay(text: string, rules: RowRules, report: Report): string | null {
  const time = readParts(text, rules, report)
  return time && dayOf(time)
}

export function readYesNo(text: string, report: Report): boolean | undefined {
  if (isNothing(text)) return undefined
  const answer = parseYesNo(text)
  if (answer === null) report.warn(say(words, 'notYesNo', { value: quote(text) }))
  return answer ?? undefined
}

export function addTags(before: string[], text: string, report: Report): string[] {
  const given = splitCell(toLine(text), /[;,|]|:::/).filter(tag => !isNothing(tag) && tag !== '* myContacts')
  return [...new Set([...before, ...given.map(tag => cut(tag.replace(/^\* /, ''), 60, report))])].slice(0, 50)
}
