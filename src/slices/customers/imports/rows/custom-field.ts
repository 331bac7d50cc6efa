import type { Text } from '../../../../kernel/message-params.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { toMinor } from '../../../../kernel/money.ts'
import { clip } from '../../../../kernel/text.ts'
import type { Field } from '../../fields/schema.ts'
import { parseTime, dayOf } from '../values/date.ts'
import { amountsCurrency, parseMoney } from '../values/money.ts'
import { parseNumber } from '../values/number.ts'
import { isNothing, parseYesNo } from '../values/word.ts'
import { splitCell, toLine } from './cell.ts'
import type { RowRules } from './rules.ts'
import { cut, quote, type Report } from './report.ts'

const words = defineMessages('imports.custom-field', {
  notOne: '{value} is not {what}; left empty.',
  choice: 'one of the choices of {field}',
  number: 'a number',
  amount: 'an amount in {currency}',
  date: 'a date',
  yesOrNo: 'yes or no',
  link: 'a link',
  importable: 'something that can be imported into this field',
})

const mostChoices = 200

/** Reads a cell as a value of a custom field; undefined with a warning when it is none. */
export function fieldReader(field: Field, rules: RowRules): (text: string, report: Report) => unknown {
  const notOne = (report: Report, text: string, what: Text) => {
    report.warn(say(words, 'notOne', { value: quote(text), what }))
    return undefined
  }
  const { options, isOpen } = rules.choices.get(field.key) ?? {
    options: new Map(field.options.map(option => [option.toLowerCase(), option])),
    isOpen: false,
  }
  const choose = (text: string, report: Report) => {
    const known = options.get(text.toLowerCase())
    if (known !== undefined) return known
    if (!isOpen || text.length > 120 || /[,;]/.test(text) || options.size >= mostChoices)
      return notOne(report, text, say(words, 'choice', { field: field.label }))
    options.set(text.toLowerCase(), text)
    return text
  }
  const read = (text: string, report: Report): unknown => {
    switch (field.type) {
      case 'text':
        return cut(text, 5000, report)
      case 'number':
        return parseNumber(text, rules.decimalMark) ?? notOne(report, text, say(words, 'number'))
      case 'money': {
        const currency = field.currency ?? rules.currency
        const money = parseMoney(text, rules.decimalMark)
        return money && amountsCurrency([money], currency, currency) !== null
          ? toMinor(money.amount, currency)
          : notOne(report, text, say(words, 'amount', { currency }))
      }
      case 'date': {
        const time = parseTime(text, rules.dateOrder)
        return time === null ? notOne(report, text, say(words, 'date')) : dayOf(time)
      }
      case 'yesno':
        return parseYesNo(text) ?? notOne(report, text, say(words, 'yesOrNo'))
      case 'link': {
        const address = /^https?:\/\//i.test(text) ? text : `https://${text}`
        return URL.canParse(address) && !/\s/.test(text) && text.includes('.')
          ? clip(address, 2000)
          : notOne(report, text, say(words, 'link'))
      }
      case 'choice':
        return choose(toLine(text), report)
      case 'choices': {
        const chosen = splitCell(text, /[;,|\n]/).flatMap(part => choose(part, report) ?? [])
        return chosen.length > 0 ? [...new Set(chosen)].slice(0, 100) : undefined
      }
      default:
        return notOne(report, text, say(words, 'importable'))
    }
  }
  return (text, report) => (field.type !== 'text' && isNothing(text) ? undefined : read(text, report))
}
