import { webRecord } from '../../../../ui/record/web-record.ts'
import { recordHost } from '../../../workspace/views/web/public.tsx'
import { companyEndpoints, type Company, type CompanyRow } from '../schema.ts'
import { companyKind } from './company-kind.ts'
import { useCompanyFields } from './use-company-fields.tsx'

export const companyRecord = webRecord<CompanyRow, Company>(companyKind, {
  host: recordHost,
  endpoints: companyEndpoints,
  useFields: useCompanyFields,
})
