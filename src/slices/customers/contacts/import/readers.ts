import { defineMessages, say } from '../../../../kernel/messages.ts'
import { clip } from '../../../../kernel/text.ts'
import {
  cut,
  isNothing,
  quote,
  readCountry,
  splitCell,
  toLine,
  type Report,
  type RowRules,
  type TargetColumn,
} from '../../imports/public.ts'
import { normalizeHandle } from '../handle.ts'
import type { HandleKind } from '../schema.ts'
import type { ContactDraft, DraftHandle } from './draft.ts'

const words = defineMessages('contacts.readers', {
  notEmail: '{value} is not an e-mail address.',
  notWholePhone: '{value} is not a whole phone number; kept as it is written, but nobody is recognised by it.',
  unreachable: 'Has no name, e-mail, phone or id.',
  notHandle: '{value} is not a {kind, select, phone {phone number} other {{kind} name}}; left out.',
})

const multiple = /[;|\n]+|,(?!\d)|\s\/\s/

const nameReader =
  (key: 'name' | 'firstName' | 'lastName') =>
  (draft: ContactDraft, text: string, report: Report): void => {
    draft[key] = cut(toLine(text), 200, report)
  }

/** How cells that tell who somebody is are read, wherever a row names a person. */
export const personReaders = {
  id: (draft: ContactDraft, text: string, _report: Report, rules: RowRules) => setExternalId(draft, rules.source, text),
  name: nameReader('name'),
  firstName: nameReader('firstName'),
  lastName: nameReader('lastName'),
  email: addEmails,
  /** Phones wait in `handles` until the row's country is known. */
  phone: (draft: ContactDraft, text: string) => addRaw(draft, 'phone', text),
  country({ values }: ContactDraft, text: string, report: Report, rules: RowRules) {
    const country = readCountry(text, report, rules)
    if (country !== undefined) values.country = country
  },
}

/** The same where a row names a person among others, as its `part`. */
export function personReadersIn<Part extends string>(part: Part) {
  const readers = Object.entries(personReaders).map(([key, read]) => [
    key,
    (row: Record<Part, ContactDraft>, ...cell: [string, Report, RowRules]) => read(row[part], ...cell),
  ])
  return Object.fromEntries(readers) as Record<
    keyof typeof personReaders,
    TargetColumn<Record<Part, ContactDraft>>['read']
  >
}

export function addIdentifier(draft: ContactDraft, text: string): void {
  if (!isNothing(text))
    push(draft, { kind: 'external', ...externalNormal('identifier', text), isIdentifying: true, confidence: 1 })
}

function setExternalId(draft: ContactDraft, source: string, text: string): void {
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

function addEmails(draft: ContactDraft, text: string, report: Report): void {
  for (const part of splitCell(text, /[;,|\s]+/)) {
    const address = part.replace(/^mailto:/i, '').replace(/^<(.+)>$/, '$1')
    if (isNothing(address) || (!address.includes('@') && text.includes('<'))) continue
    try {
      push(draft, { ...normalizeHandle('email', address, 'US', 'email'), isIdentifying: true, confidence: 1 })
    } catch {
      report.refuse(say(words, 'notEmail', { value: quote(text) }))
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
      report.warn(say(words, 'notWholePhone', { value: quote(handle.value) }), null)
    } else report.warn(say(words, 'notHandle', { value: quote(handle.value), kind: handle.kind }), null)
  }
}

function push(draft: ContactDraft, handle: DraftHandle): void {
  if (
    !draft.handles.some(known => known.kind === handle.kind && known.normal === handle.normal && handle.normal !== '')
  )
    draft.handles.push(handle)
}

/** Completes a contact: its handles in their normal form, and a name or a handle there must be. */
export function settleContact(draft: ContactDraft, report: Report, rules: RowRules): ContactDraft {
  settleHandles(draft, rules, report)
  const isNamed = Boolean(draft.name || draft.firstName || draft.lastName)
  if (!isNamed && draft.handles.length === 0 && report.problems.length === 0)
    report.refuse(say(words, 'unreachable'), null)
  return draft
}
