import { defineMessages, say } from '../../../../kernel/messages.ts'
import {
  cleanCell,
  parseCard,
  Report,
  type CardProperty,
  type RowReader,
  type RowRules,
  type TargetColumn,
} from '../../imports/public.ts'
import { networkOf } from '../policy.ts'
import { contactColumns } from './columns.ts'
import { emptyContact, type ContactDraft } from './draft.ts'
import { settleContact } from './readers.ts'

const words = defineMessages('contacts.card', {
  unreadable: 'This card cannot be read.',
  yearless: 'A birthday without a year cannot be kept; left empty.',
})

const columns = new Map<string, TargetColumn<ContactDraft>>(contactColumns.map(column => [column.key, column]))

/** Reads cards of vCard 3.0 and 4.0, and of 2.1 as Outlook and old phones write it. */
export function cardReader(rules: RowRules): RowReader<ContactDraft> {
  const report = new Report()
  return (row, cells) => {
    report.reset()
    const draft = emptyContact(row)
    const put = (target: string, value: string | undefined) => {
      const text = cleanCell(value ?? '')
      if (text !== '') columns.get(target)!.read(draft, text, report, rules)
    }
    const properties = parseCard(cells[0] ?? '')
    if (properties === null) report.refuse(say(words, 'unreadable'))
    for (const property of properties ?? []) {
      report.column = property[0].toUpperCase()
      read(property, put, report)
    }
    report.column = null
    if (!draft.name && !draft.firstName && !draft.lastName && draft.company?.name) draft.name = draft.company.name
    settleContact(draft, report, rules)
    return { row, draft, problems: report.problems, warnings: report.warnings }
  }
}

function read(
  [name, parameters, , ...values]: CardProperty,
  put: (target: string, value: string | undefined) => void,
  report: Report,
): void {
  const first = values[0] ?? ''
  const text = typeof first === 'string' ? first : first.join(' ')
  const parts = typeof first === 'string' ? [first] : first.map(part => (Array.isArray(part) ? part.join(' ') : part))
  switch (name) {
    case 'fn':
      return put('name', text)
    case 'n':
      put('lastName', parts[0])
      return put('firstName', [parts[1], parts[2]].filter(Boolean).join(' '))
    case 'email':
      return put('email', text.replace(/^mailto:/i, ''))
    case 'tel':
      return put('phone', text.replace(/^tel:/i, '').replace(/;ext=/i, ' ext. '))
    case 'org':
      return put('company', parts[0])
    case 'title':
      return put('jobTitle', text)
    case 'adr':
      put('street', [parts[2], parts[1]].filter(Boolean).join(', '))
      put('city', parts[3])
      put('region', parts[4])
      put('postalCode', parts[5])
      return put('country', parts[6])
    case 'bday':
      if (/^--|^1604-/.test(text)) return report.warn(say(words, 'yearless'))
      return put('birthday', text.slice(0, 10))
    case 'note':
      return put('note', text)
    case 'categories':
      return values.forEach(value => put('tags', String(value)))
    case 'uid':
      return put('externalId', text)
    case 'lang':
      return put('language', text)
    case 'tz':
      return text.includes('/') ? put('timeZone', text) : undefined
    case 'url':
      return put(...urlTarget(text))
    case 'x-socialprofile':
    case 'socialprofile': {
      const named = String([parameters['type'] ?? parameters['service-type']].flat()[0] ?? '').toLowerCase()
      const target = `handle.${named === 'twitter' ? 'x' : named}`
      return columns.has(target) ? put(target, String(parameters['x-user'] ?? text)) : put(...urlTarget(text))
    }
  }
}

function urlTarget(text: string): [target: string, value: string] {
  const address = text.replaceAll('\\', '').trim()
  const kind = URL.canParse(address) ? networkOf(new URL(address).href) : undefined
  return [`handle.${kind ?? 'website'}`, address]
}
