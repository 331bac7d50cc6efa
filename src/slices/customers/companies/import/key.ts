import { defineText } from '../../../../kernel/messages.ts'
import { clip } from '../../../../kernel/text.ts'
import { cut, isNothing, quote, splitCell, toLine, type Report } from '../../imports/public.ts'
import { parseDomain } from './draft.ts'

const notDomain = defineText('companies.key.notDomain', '{value} is not a domain; left out.')

export function readDomain(text: string, report: Report): string | undefined {
  if (isNothing(text)) return undefined
  const domain = parseDomain(text)
  if (domain === null) report.warn(notDomain({ value: quote(text) }))
  return domain ?? undefined
}

/** By what a company is looked for, best first. */
export interface CompanyKey {
  sourceId: string | null
  domain: string | null
  name: string | null
}

/** A row that may name a company. */
interface Naming {
  company: CompanyKey | null
}

const unknown: CompanyKey = { sourceId: null, domain: null, name: null }

/** How cells that name a company are read, wherever a row does. */
export const companyReaders = {
  name(draft: Naming, text: string, report: Report) {
    const key = draft.company ?? unknown
    draft.company = { ...key, name: key.name ?? cut(toLine(text), 200, report) }
  },
  id(draft: Naming, text: string) {
    if (isNothing(text)) return
    const key = draft.company ?? unknown
    draft.company = { ...key, sourceId: key.sourceId ?? clip(splitCell(text, /[;,|]/)[0]!, 200) }
  },
  domain(draft: Naming, text: string, report: Report) {
    const key = draft.company ?? unknown
    const domain = key.domain ?? readDomain(text, report)
    if (domain !== undefined) draft.company = { ...key, domain }
  },
}
