import type { RecordScreens } from '../../../../ui/record/record-screens.ts'
import type { Company, CompanyRow } from '../schema.ts'
import { webCompany } from './company-record.tsx'

export const screens: RecordScreens<CompanyRow, Company> = {
  record: webCompany,
  bulk: ['ownerId', 'teamId', 'tagIds'],
  created: [
    ['name', 'domain'],
    ['industry', 'employees'],
    ['city', 'country'],
    ['ownerId', 'tagIds'],
  ],
  always: ['domain', 'phone', 'industry', 'ownerId', 'teamId'],
  detailOf: ({ industry, city, domain }) => [industry, city].filter(Boolean).join(' · ') || domain,
}
