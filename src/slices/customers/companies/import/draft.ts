import { defineText } from '../../../../kernel/messages.ts'
import { emptyProfile, type ProfileDraft, type Report, type RowRules } from '../../imports/public.ts'
import { normalizeDomain, normalizePhone } from '../company.ts'
import type { SourceRow } from '../record.ts'

const nameless = defineText('companies.draft.nameless', 'Has neither a name nor a domain.')

export interface CompanyDraft extends ProfileDraft<SourceRow> {
  sourceId: string | null
  parent: string | null
}

export function emptyCompany(row: number): CompanyDraft {
  return { ...emptyProfile(row), sourceId: null, parent: null }
}

/** Hosts of pages that many companies have one on: not a company's own domain. */
const shared =
  /(^|\.)(facebook|linkedin|instagram|twitter|x|youtube|google|wixsite|wordpress|blogspot|github|etsy)\.[a-z.]+$/

export function settleCompany(draft: CompanyDraft, report: Report, rules: RowRules): CompanyDraft {
  const { website, phone, country } = draft.values
  if (draft.values.domain === undefined && website !== undefined) {
    const domain = parseDomain(website)
    if (domain !== null && !shared.test(domain)) draft.values.domain = domain
  }
  if (phone !== undefined) draft.values.phone = normalizePhone(phone, country ?? rules.country)!
  if (draftName(draft) === undefined) report.refuse(nameless, null)
  return draft
}

/** A domain stands for the name where none is given. */
export function draftName({ values: { name, domain } }: CompanyDraft): string | undefined {
  return name ?? domain
}

export function parseDomain(text: string): string | null {
  try {
    return normalizeDomain(text)
  } catch {
    return null
  }
}
