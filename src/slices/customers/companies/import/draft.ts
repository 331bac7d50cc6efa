import { defineMessages, say } from '../../../../kernel/messages.ts'
import { emptyProfile, type ProfileDraft, type Report, type RowRules } from '../../imports/public.ts'
import { normalizeDomain, normalizePhone } from '../company.ts'

const words = defineMessages('companies.draft', {
  nameless: 'Has neither a name nor a domain.',
})

export interface CompanyDraft extends ProfileDraft {
  values: ProfileDraft['values'] & {
    domain?: string
    industry?: string
    employees?: number
    phone?: string
    website?: string
  }
  sourceId: string | null
  name: string
  /** Whether the file gave the name, rather than the domain standing for it. */
  isNamed: boolean
  parent: string | null
}

export function emptyCompany(row: number): CompanyDraft {
  return { ...emptyProfile(row), sourceId: null, name: '', isNamed: false, parent: null }
}

/** Hosts of pages that many companies have one on: not a company's own domain. */
const shared =
  /(^|\.)(facebook|linkedin|instagram|twitter|x|youtube|google|wixsite|wordpress|blogspot|github|etsy)\.[a-z.]+$/

export function settleCompany(draft: CompanyDraft, report: Report, rules: RowRules): CompanyDraft {
  const { website, phone, country } = draft.values
  if (draft.values.domain === undefined && website !== undefined) {
    const domain = readDomain(website)
    if (domain !== null && !shared.test(domain)) draft.values.domain = domain
  }
  if (phone !== undefined) draft.values.phone = normalizePhone(phone, country ?? rules.country) ?? undefined
  if (draft.name === '') draft.name = draft.values.domain ?? ''
  if (draft.name === '') report.refuse(say(words, 'nameless'), null)
  return draft
}

export function readDomain(text: string): string | null {
  try {
    return normalizeDomain(text)
  } catch {
    return null
  }
}
