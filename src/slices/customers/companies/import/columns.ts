import { clip } from '../../../../kernel/text.ts'
import {
  addressColumns,
  importColumns,
  cut,
  idWords,
  isNothing,
  keepingColumns,
  ownerColumns,
  readCode,
  toLine,
  type TargetColumn,
} from '../../imports/public.ts'
import { companyRecord, companyWords } from '../record.ts'
import type { CompanyDraft } from './draft.ts'
import { readDomain } from './key.ts'

export const companyColumns: TargetColumn<CompanyDraft>[] = [
  ...importColumns<CompanyDraft>(
    companyWords,
    {
      externalId: `${idWords}|company id|account id|account number|organization id|id firmy|firmen id|kundennummer`,
      name: 'name|company|company name|companyname|account|account name|organisation|organization|organization name|business name|firma|nazev|nazev firmy|spolecnost|unternehmen|firmenname',
      domain: 'domain|domain name|company domain|company domain name|email domain|domena',
      website: 'website|website url|web|url|homepage|web page|webova stranka|webseite',
      industry: 'industry|sector|branch|line of business|odvetvi|obor|branche',
      employees:
        'employees|number of employees|numberofemployees|employee count|headcount|company size|pocet zamestnancu|zamestnanci|mitarbeiter|mitarbeiterzahl|anzahl mitarbeiter',
      phone: 'phone|phone number|telephone|tel|main phone|company phone|telefon|telefonni cislo|telefonnummer',
    },
    {
      externalId: readCode('sourceId'),
      domain({ values }, text, report) {
        values.domain = readDomain(text, report) ?? values.domain
      },
      website({ values }, text, report) {
        if (!isNothing(text)) values.website = cut(toLine(text), 500, report)
      },
      phone({ values }, text) {
        if (!isNothing(text)) values.phone = clip(toLine(text), 60)
      },
    },
    { of: companyRecord.columns },
  ),
  ...addressColumns,
  ...importColumns<CompanyDraft>(
    companyWords,
    {
      parent:
        'parent|parent company|parent account|subsidiary of|belongs to|materska spolecnost|materska firma|muttergesellschaft|mutterunternehmen',
    },
    {
      parent(draft, text) {
        if (!isNothing(text)) draft.parent = clip(toLine(text), 200)
      },
    },
  ),
  ...ownerColumns,
  ...keepingColumns(),
]
