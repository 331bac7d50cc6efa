import { recordReference } from '../../../../ui/record/record-reference.tsx'
import { webRecord } from '../../../../ui/record/web-record.ts'
import { recordHost } from '../../fields/web/record-host.tsx'
import { companyRecord, companyWords } from '../record.ts'
import { companyEndpoints, type Company, type CompanyRow } from '../schema.ts'
import { companyKind } from './company-kind.ts'

export const webCompany = webRecord<CompanyRow, Company>(companyKind, {
  host: recordHost,
  definition: companyRecord,
  endpoints: companyEndpoints,
  words: companyWords,
  fields: [
    { key: 'name', width: 216 },
    { key: 'domain', isReadOnly: false, width: 148, phone: 'meta', hrefOf: domain => `https://${domain}` },
    { key: 'industry', width: 128, phone: 'meta' },
    { key: 'employees', width: 92 },
    { key: 'website', type: 'link', width: 160, isHidden: true },
    '*',
    'orders',
    { key: 'netAmount', phone: 'trailing' },
    'lastTouchAt',
  ],
})

export const companyReference = recordReference<CompanyRow>(companyEndpoints, ({ domain }) => domain)
