import { IconBuilding } from '@tabler/icons-react'
import type { WebRecord } from '../../../../ui/record/web-record.ts'
import { recordHost } from '../../../workspace/views/web/public.tsx'
import {
  changeCompany,
  deleteCompanies,
  deleteCompany,
  exportCompanies,
  getCompany,
  listCompanies,
  listDeletedCompanies,
  restoreCompanies,
  restoreCompany,
  saveCompanies,
  type Company,
  type CompanyRow,
} from '../schema.ts'
import { companyNoun } from './company-noun.ts'
import { useCompanyFields } from './use-company-fields.tsx'

export const companyRecord: WebRecord<CompanyRow, Company> = {
  name: 'company',
  table: 'companies',
  href: '/companies',
  noun: companyNoun,
  icon: IconBuilding,
  host: recordHost,
  writes: 'companies:write',
  exports: 'companies:export',
  endpoints: {
    list: listCompanies,
    get: getCompany,
    change: changeCompany,
    remove: deleteCompany,
    restore: restoreCompany,
    bin: listDeletedCompanies,
    changeMany: saveCompanies,
    removeMany: deleteCompanies,
    restoreMany: restoreCompanies,
    download: exportCompanies,
  },
  defaultSort: 'name',
  useFields: useCompanyFields,
  titleOf: ({ name }) => name,
}
