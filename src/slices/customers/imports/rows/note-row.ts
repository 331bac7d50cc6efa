import { toLine } from './cell.ts'
import {
  addEmails,
  addRaw,
  companyKey,
  emptyContact,
  readMember,
  readTime,
  setExternalId,
  settleHandles,
} from './contact-row.ts'
import { isNothing } from '../values/word.ts'
import type { NoteDraft, RowRules } from './draft.ts'
import { clip, cut, type Report } from './report.ts'

export interface RawNote {
  draft: NoteDraft
  title: string | null
}

export function emptyNote(row: number): RawNote {
  return {
    draft: {
      row,
      sourceId: null,
      body: '',
      contact: emptyContact(row),
      company: null,
      authorId: null,
      createdAt: null,
    },
    title: null,
  }
}

type Setter = (raw: RawNote, text: string, report: Report) => void

const hasAddress = /[(<]([^()<>\s]+@[^()<>\s]+)[)>]/

export function noteSetter(target: string, rules: RowRules): Setter {
  switch (target) {
    case 'externalId':
      return ({ draft }, text) => {
        if (!isNothing(text)) draft.sourceId = clip(toLine(text), 200)
      }
    case 'body':
      return ({ draft }, text, report) => (draft.body = cut(toText(text), 20_000, report))
    case 'title':
      return (raw, text, report) => (raw.title = cut(toLine(text), 200, report))
    case 'contactId':
      return ({ draft }, text) => setExternalId(draft.contact!, rules.source, text.split(/[;,|]/)[0]!.trim())
    case 'contactEmail':
      return ({ draft }, text, report) => addEmails(draft.contact!, text, report)
    case 'contactPhone':
      return ({ draft }, text) => addRaw(draft.contact!, 'phone', text)
    case 'contactName':
      return ({ draft }, text, report) => {
        const address = hasAddress.exec(text)
        if (address) addEmails(draft.contact!, address[1]!, report)
        draft.contact!.name = cut(toLine(text.replace(hasAddress, '')).trim(), 200, report) || null
      }
    case 'company':
    case 'companyDomain':
      return ({ draft }, text, report) => (draft.company = companyKey(draft.company, target, text, report))
    case 'author':
      return ({ draft }, text, report) => (draft.authorId = readMember(text, rules, report))
    case 'createdAt':
      return ({ draft }, text, report) => (draft.createdAt = readTime(text, rules, report))
    default:
      throw new Error(`Notes have no target ${target}.`)
  }
}

export function settleNote({ draft, title }: RawNote, rules: RowRules, report: Report): NoteDraft {
  if (title !== null && title !== draft.body) draft.body = draft.body === '' ? title : `${title}\n\n${draft.body}`
  if (draft.body === '') report.refuse('Has no text.', null)
  settleHandles(draft.contact!, rules, report)
  if (draft.contact!.handles.length === 0) draft.contact = null
  if (draft.contact === null && draft.company === null)
    report.refuse('Names neither a contact (by e-mail, phone or id) nor a company.', null)
  return draft
}

/** HubSpot and Salesforce export the text of notes as HTML. */
export function toText(text: string): string {
  const plain = /<(p|div|br|span|ul|li|b|i|a|h\d)\b[^<>]*>/i.test(text)
    ? text
        .replace(/<(style|script)\b[^<>]*>[^<]*<\/\1>/gi, '')
        .replace(/<br\b[^<>]*>|<\/(p|div|li|h\d|tr)>/gi, '\n')
        .replace(/<[^<>]*>/g, '')
        .replace(/&(nbsp|amp|lt|gt|quot|#39|apos);/g, (_, name: string) => entities[name]!)
    : text
  return plain
    .replace(/\r\n?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const entities: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", apos: "'" }
