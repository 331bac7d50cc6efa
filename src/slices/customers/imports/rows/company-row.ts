import { normalizeDomain, normalizePhone } from '../../companies/public.ts'
import { isNothing } from '../values/word.ts'
import { parseNumber } from '../values/number.ts'
import { toLine } from './cell.ts'
import { addTags, joinStreet, readCountry, readMember, readTime } from './contact-row.ts'
import type { CompanyDraft, RowRules } from './draft.ts'
import { clip, cut, quote, type Report } from './report.ts'

export function emptyCompany(row: number): CompanyDraft {
  return {
    row,
    sourceId: null,
    name: '',
    isNamed: false,
    values: {},
    parent: null,
    ownerId: null,
    fields: {},
    tags: [],
    note: null,
    createdAt: null,
  }
}

type Setter = (draft: CompanyDraft, text: string, report: Report) => void

/** Hosts of pages that many companies have one on: not a company's own domain. */
const shared =
  /(^|\.)(facebook|linkedin|instagram|twitter|x|youtube|google|wixsite|wordpress|blogspot|github|etsy)\.[a-z.]+$/

export function companySetter(target: string, rules: RowRules): Setter {
  switch (target) {
    case 'externalId':
      return (draft, text) => {
        if (!isNothing(text)) draft.sourceId = clip(toLine(text), 200)
      }
    case 'name':
      return (draft, text, report) => {
        draft.name = cut(toLine(text), 200, report)
        draft.isNamed = draft.name !== ''
      }
    case 'domain':
      return (draft, text, report) => {
        if (isNothing(text)) return
        const domain = readDomain(text)
        if (domain === null) report.warn(`${quote(text)} is not a domain; left out.`)
        else draft.values.domain = domain
      }
    case 'website':
      return (draft, text, report) => {
        if (!isNothing(text)) draft.values.website = cut(toLine(text), 500, report)
      }
    case 'employees':
      return (draft, text, report) => {
        if (isNothing(text)) return
        const count = parseNumber(text.replace(/\+$/, '').replace(/^(\d+)\s*[-–]\s*\d+$/, '$1'), rules.decimalMark)
        if (count === null || count < 0 || count > 1_000_000_000)
          report.warn(`${quote(text)} is not a number of people; left empty.`)
        else draft.values.employees = Math.round(count)
      }
    case 'phone':
      return (draft, text) => {
        if (!isNothing(text)) draft.values.phone = clip(toLine(text), 60)
      }
    case 'street':
      return (draft, text, report) =>
        (draft.values.street = cut(joinStreet(draft.values.street, toLine(text)), 200, report))
    case 'industry':
    case 'city':
    case 'region':
      return (draft, text, report) => (draft.values[target] = cut(toLine(text), 200, report))
    case 'postalCode':
      return (draft, text, report) => (draft.values.postalCode = cut(toLine(text), 20, report))
    case 'country':
      return (draft, text, report) => {
        const country = readCountry(text, report)
        if (country !== undefined) draft.values.country = country
      }
    case 'parent':
      return (draft, text) => {
        if (!isNothing(text)) draft.parent = clip(toLine(text), 200)
      }
    case 'owner':
      return (draft, text, report) => (draft.ownerId = readMember(text, rules, report))
    case 'tags':
      return (draft, text, report) => (draft.tags = addTags(draft.tags, text, report))
    case 'note':
      return (draft, text) => (draft.note = draft.note === null ? text : `${draft.note}\n\n${text}`)
    case 'createdAt':
      return (draft, text, report) => (draft.createdAt = readTime(text, rules, report))
    default:
      throw new Error(`Companies have no target ${target}.`)
  }
}

export function settleCompany(draft: CompanyDraft, rules: RowRules, report: Report): void {
  const { website, phone, country } = draft.values
  if (draft.values.domain === undefined && website !== undefined) {
    const domain = readDomain(website)
    if (domain !== null && !shared.test(domain)) draft.values.domain = domain
  }
  if (phone !== undefined) draft.values.phone = normalizePhone(phone, country ?? rules.country) ?? undefined
  if (draft.name === '') draft.name = draft.values.domain ?? ''
  if (draft.name === '') report.refuse('Has neither a name nor a domain.', null)
}

function readDomain(text: string): string | null {
  try {
    return normalizeDomain(text)
  } catch {
    return null
  }
}
