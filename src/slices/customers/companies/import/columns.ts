import { defineMessages, say } from '../../../../kernel/messages.ts'
import {
  addressColumns,
  clip,
  cut,
  idWords,
  isNothing,
  keepingColumns,
  lineColumn,
  ownerColumn,
  parseNumber,
  quote,
  toLine,
  headings,
  type TargetColumn,
} from '../../imports/public.ts'
import { readDomain, type CompanyDraft } from './draft.ts'

const labels = defineMessages('companies.import', {
  externalId: 'Id in the other system',
  name: 'Name',
  domain: 'Domain',
  website: 'Website',
  employees: 'Employees',
  phone: 'Phone',
  parent: 'Parent company',
  industry: 'Industry',
})

export const companyColumns: TargetColumn<CompanyDraft>[] = [
  {
    key: 'externalId',
    label: say(labels, 'externalId'),
    synonyms: headings(
      `${idWords}|company id|account id|account number|organization id|id firmy|firmen id|kundennummer`,
    ),
    read(draft, text) {
      if (!isNothing(text)) draft.sourceId = clip(toLine(text), 200)
    },
  },
  {
    key: 'name',
    label: say(labels, 'name'),
    synonyms: headings(
      'name|company|company name|companyname|account|account name|organisation|organization|organization name|business name|firma|nazev|nazev firmy|spolecnost|unternehmen|firmenname',
    ),
    read(draft, text, report) {
      draft.name = cut(toLine(text), 200, report)
      draft.isNamed = draft.name !== ''
    },
  },
  {
    key: 'domain',
    label: say(labels, 'domain'),
    synonyms: headings('domain|domain name|company domain|company domain name|email domain|domena'),
    read({ values }, text, report) {
      if (isNothing(text)) return
      const domain = readDomain(text)
      if (domain === null) report.warn(`${quote(text)} is not a domain; left out.`)
      else values.domain = domain
    },
  },
  {
    key: 'website',
    label: say(labels, 'website'),
    synonyms: headings('website|website url|web|url|homepage|web page|webova stranka|webseite'),
    read({ values }, text, report) {
      if (!isNothing(text)) values.website = cut(toLine(text), 500, report)
    },
  },
  lineColumn('industry', say(labels, 'industry'), 'industry|sector|branch|line of business|odvetvi|obor|branche'),
  {
    key: 'employees',
    label: say(labels, 'employees'),
    holds: 'number',
    synonyms: headings(
      'employees|number of employees|numberofemployees|employee count|headcount|company size|pocet zamestnancu|zamestnanci|mitarbeiter|mitarbeiterzahl|anzahl mitarbeiter',
    ),
    read({ values }, text, report, { decimalMark }) {
      if (isNothing(text)) return
      const count = parseNumber(text.replace(/\+$/, '').replace(/^(\d+)\s*[-–]\s*\d+$/, '$1'), decimalMark)
      if (count === null || count < 0 || count > 1_000_000_000)
        report.warn(`${quote(text)} is not a number of people; left empty.`)
      else values.employees = Math.round(count)
    },
  },
  {
    key: 'phone',
    label: say(labels, 'phone'),
    synonyms: headings(
      'phone|phone number|telephone|tel|main phone|company phone|telefon|telefonni cislo|telefonnummer',
    ),
    read({ values }, text) {
      if (!isNothing(text)) values.phone = clip(toLine(text), 60)
    },
  },
  ...addressColumns,
  {
    key: 'parent',
    label: say(labels, 'parent'),
    synonyms: headings(
      'parent|parent company|parent account|subsidiary of|belongs to|materska spolecnost|materska firma|muttergesellschaft|mutterunternehmen',
    ),
    read(draft, text) {
      if (!isNothing(text)) draft.parent = clip(toLine(text), 200)
    },
  },
  ownerColumn,
  ...keepingColumns('', ''),
]
