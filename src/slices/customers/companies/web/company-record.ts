import { IconBuilding } from '@tabler/icons-react'
import type { WebRecord } from '../../../../ui/record/web-record.ts'
import { recordHost } from '../../../workspace/views/web/public.tsx'
import { companyEndpoints, type Company, type CompanyRow } from '../schema.ts'
import { companyNoun } from './company-noun.ts'
import { useCompanyFields } from './use-company-fields.tsx'

export const companyRecord: WebRecord<CompanyRow, Company> = {
  name: 'company',
  table: 'companies',
  href: '/companies',
  noun: companyNoun,
  icon: IconBuilding,
  host: recordHost,
  endpoints: companyEndpoints,
  defaultSort: 'name',
  useFields: useCompanyFields,
  titleOf: ({ name }) => name,
}
