import { normalizeDomain } from '../../companies/public.ts'
import { normalizeHandle } from '../../contacts/public.ts'
import type { HandleKind } from '../../contacts/schema.ts'
import { dateOrders } from '../schema.ts'
import { isTimeZone } from '../../../../kernel/time.ts'
import { parseCountry } from '../values/country.ts'
import { dayOf, instantOf, parseTime } from '../values/date.ts'
import { isNothing, parseLanguage, parseLifecycle } from '../values/word.ts'
import { splitCell, toLine } from './cell.ts'
import type { CompanyKey, ContactDraft, DraftHandle, RowRules } from './draft.ts'
import { clip, cut, quote, type Report } from './report.ts'

export function emptyContact(row: number): ContactDraft {
  return {
    row,
    externalId: null,
    name: null,
    firstName: null,
    lastName: null,
    handles: [],
    company: null,
    ownerId: null,
    values: {},
    fields: {},
    tags: [],
    note: null,
    createdAt: null,
  }
}

type Setter = (draft: ContactDraft, text: string, report: Report) => void

const multiple = /[;|\n]+|,(?!\d)|\s\/\s/

/** What each target of contacts does with a cell. Phones wait in `handles` until the row's country is known. */
export function contactSetter(target: string, rules: RowRules): Setter {
  switch (target) {
    case 'externalId':
      return (draft, text) => setExternalId(draft, rules.source, text)
    case 'name':
    case 'firstName':
    case 'lastName':
      return (draft, text, report) => (draft[target] = cut(toLine(text), 200, report))
    case 'email':
      return addEmails
    case 'phone':
      return (draft, text) => addRaw(draft, 'phone', text)
    case 'company':
    case 'companyDomain':
    case 'companyId':
      return (draft, text, report) => (draft.company = companyKey(draft.company, target, text, report))
    case 'owner':
      return (draft, text, report) => (draft.ownerId = readMember(text, rules, report))
    case 'street':
      return (draft, text, report) =>
        (draft.values.street = cut(joinStreet(draft.values.street, toLine(text)), 200, report))
    case 'jobTitle':
    case 'city':
    case 'region':
      return (draft, text, report) => (draft.values[target] = cut(toLine(text), 200, report))
    case 'postalCode':
      return (draft, text, report) => (draft.values.postalCode = cut(toLine(text), 20, report))
    case 'country':
      return (draft, text, report) => {
        draft.values.country = readCountry(text, report)
      }
    case 'language':
      return (draft, text, report) => {
        const language = isNothing(text) ? null : parseLanguage(text)
        if (language !== null) draft.values.language = language
        else if (!isNothing(text)) report.warn(`${quote(text)} is not a language that Rapport knows; left empty.`)
      }
    case 'timeZone':
      return (draft, text, report) => {
        const zone = text.replaceAll(' ', '_').replace(/^([a-z]+)_slash_/i, '$1/')
        if (isKnownZone(zone)) draft.values.timeZone = zone
        else if (!isNothing(text)) report.warn(`${quote(text)} is not a time zone such as Europe/Prague; left empty.`)
      }
    case 'birthday':
      return (draft, text, report) => {
        if (isNothing(text)) return
        const time = parseTime(text, rules.dateOrder)
        if (time === null) return report.warn(`${notDate(text, rules)}; left empty.`)
        const isAhead = !/\d{4}/.test(text) && time.year > new Date().getUTCFullYear()
        draft.values.birthday = dayOf(isAhead ? { ...time, year: time.year - 100 } : time)
      }
    case 'lifecycle':
      return (draft, text, report) => {
        const stage = isNothing(text) ? null : parseLifecycle(text)
        if (stage !== null) draft.values.lifecycle = stage
        else if (!isNothing(text)) report.warn(`${quote(text)} is not a stage of the lifecycle; left empty.`)
      }
    case 'tags':
      return (draft, text, report) => (draft.tags = addTags(draft.tags, text, report))
    case 'note':
      return (draft, text) => (draft.note = draft.note === null ? text : `${draft.note}\n\n${text}`)
    case 'createdAt':
      return (draft, text, report) => (draft.createdAt = readTime(text, rules, report))
    case 'handle.identifier':
      return (draft, text) => {
        if (!isNothing(text))
          push(draft, { kind: 'external', ...externalNormal('identifier', text), isIdentifying: true, confidence: 1 })
      }
    default:
      if (!target.startsWith('handle.')) throw new Error(`Contacts have no target ${target}.`)
      return (draft, text) => addRaw(draft, target.slice('handle.'.length) as HandleKind, text)
  }
}

export function setExternalId(draft: ContactDraft, source: string, text: string): void {
  if (isNothing(text)) return
  const handle = externalNormal(source, toLine(text))
  draft.externalId = handle.normal
  push(draft, { kind: 'external', ...handle, isIdentifying: true, confidence: 1 })
}

function externalNormal(source: string, text: string): { value: string; normal: string } {
  const id = clip(text, 250)
  const normal = /^[a-z0-9_.-]+:./i.test(id) && source === 'identifier' ? id : `${source}:${id}`
  return { value: normal, normal }
}

export const addEmails: Setter = (draft, text, report) => {
  for (const part of splitCell(text, /[;,|\s]+/)) {
    const address = part.replace(/^mailto:/i, '').replace(/^<(.+)>$/, '$1')
    if (isNothing(address) || (!address.includes('@') && text.includes('<'))) continue
    try {
      push(draft, { ...normalizeHandle('email', address, 'US', 'email'), isIdentifying: true, confidence: 1 })
    } catch {
      report.refuse(`${quote(text)} is not an e-mail address.`)
      return
    }
  }
}

/** Keeps what was given until the row is complete. */
export function addRaw(draft: ContactDraft, kind: HandleKind, text: string): void {
  const parts = kind === 'phone' || kind === 'whatsapp' ? splitCell(text, multiple) : splitCell(text, /[;|\n]+/)
  for (const value of parts)
    if (!isNothing(value))
      draft.handles.push({ kind, value: clip(value, 320), normal: '', isIdentifying: true, confidence: 1 })
}

/** Brings the handles into their normal form once the whole row is read. */
export function settleHandles(draft: ContactDraft, rules: RowRules, report: Report): void {
  const raw = draft.handles
  draft.handles = []
  for (const handle of raw) if (handle.normal !== '' && handle.kind === 'external') push(draft, handle)
  for (const handle of raw) {
    if (handle.normal !== '') push(draft, handle)
    else settle(draft, handle, draft.values.country ?? rules.country, report)
  }
}

function settle(draft: ContactDraft, handle: DraftHandle, country: string, report: Report): void {
  try {
    const isOwn = handle.kind !== 'website'
    push(draft, {
      ...normalizeHandle(handle.kind, handle.value, country, ''),
      isIdentifying: isOwn,
      confidence: isOwn ? 1 : 0.5,
    })
  } catch {
    const digits = handle.value.replace(/\D+/g, '')
    if (handle.kind === 'phone' && digits.length >= 3) {
      push(draft, { ...handle, normal: digits, isIdentifying: false, confidence: 0.3 })
      report.warn(
        `${quote(handle.value)} is not a whole phone number; kept as it is written, but nobody is recognised by it.`,
        null,
      )
    } else
      report.warn(
        `${quote(handle.value)} is not a ${handle.kind === 'phone' ? 'phone number' : `${handle.kind} name`}; left out.`,
        null,
      )
  }
}

function push(draft: ContactDraft, handle: DraftHandle): void {
  if (
    !draft.handles.some(known => known.kind === handle.kind && known.normal === handle.normal && handle.normal !== '')
  )
    draft.handles.push(handle)
}

export function companyKey(
  before: CompanyKey | null,
  target: 'company' | 'companyDomain' | 'companyId',
  text: string,
  report: Report,
): CompanyKey | null {
  if (isNothing(text) && target !== 'company') return before
  const key = before ?? { sourceId: null, domain: null, name: null }
  if (target === 'company') return { ...key, name: key.name ?? cut(toLine(text), 200, report) }
  if (target === 'companyId') return { ...key, sourceId: key.sourceId ?? clip(splitCell(text, /[;,|]/)[0]!, 200) }
  try {
    return { ...key, domain: key.domain ?? normalizeDomain(text) }
  } catch {
    report.warn(`${quote(text)} is not a domain; left out.`)
    return before
  }
}

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

/** Why a text is no date; where only the order of its numbers is wrong, the one that fits. */
export function notDate(text: string, rules: RowRules): string {
  const fitting = dateOrders.find(order => order !== rules.dateOrder && parseTime(text, order) !== null)
  return fitting === undefined
    ? `${quote(text)} is not a date`
    : `${quote(text)} is a date only as ${orderNames[fitting]}, not as ${orderNames[rules.dateOrder]}`
}

const orderNames = { dmy: 'day, month, year', mdy: 'month, day, year', ymd: 'year, month, day' }

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

const zones = new Map<string, boolean>()

function isKnownZone(name: string): boolean {
  let known = zones.get(name)
  if (known === undefined) {
    known = name.includes('/') && isTimeZone(name)
    if (zones.size < 1000) zones.set(name, known)
  }
  return known
}
