import { defineMessages, say } from '../../../../kernel/messages.ts'
import { emptyContact, settleHandles, type ContactDraft } from '../../contacts/import/public.ts'
import type { CompanyKey } from '../../companies/import/public.ts'
import type { Report, RowRules } from '../../imports/public.ts'

const words = defineMessages('notes.row', {
  textless: 'Has no text.',
  parentless: 'Names neither a contact (by e-mail, phone or id) nor a company.',
})

export interface RawNote {
  sourceId: string | null
  title: string | null
  body: string
  contact: ContactDraft
  company: CompanyKey | null
  authorId: string | null
  createdAt: Date | null
}

export interface NoteDraft extends Omit<RawNote, 'title' | 'contact'> {
  contact: ContactDraft | null
}

export function emptyNote(row: number): RawNote {
  return {
    sourceId: null,
    title: null,
    body: '',
    contact: emptyContact(row),
    company: null,
    authorId: null,
    createdAt: null,
  }
}

export function settleNote({ title, ...raw }: RawNote, report: Report, rules: RowRules): NoteDraft {
  const parts = title === null || title === raw.body ? [raw.body] : [title, raw.body]
  const body = parts.filter(part => part !== '').join('\n\n')
  if (body === '') report.refuse(say(words, 'textless'), null)
  settleHandles(raw.contact, rules, report)
  const contact = raw.contact.handles.length === 0 ? null : raw.contact
  if (contact === null && raw.company === null) report.refuse(say(words, 'parentless'), null)
  return { ...raw, body, contact }
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
