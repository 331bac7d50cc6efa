import { columnsFor, keysOf } from '../../../kernel/record/record.ts'
import { recordRoutes } from '../../../platform/record/routes.ts'
import { deleteCompanies, restoreCompanies } from './commands/bin-companies.ts'
import { changeCompany } from './commands/change-company.ts'
import { createCompany, saveCompanies } from './commands/save-companies.ts'
import { recordExport } from '../fields/public.ts'
import { getCompanyJson, listCompanies } from './queries.ts'
import { companyRecord } from './record.ts'
import { companyEndpoints } from './schema.ts'

const exportedColumns = [
  ...keysOf(columnsFor(companyRecord.columns, 'exported')),
  'orders',
  'netAmount',
  'lastTouchAt',
] as const

export const routes = recordRoutes(companyRecord, companyEndpoints, {
  list: listCompanies,
  export: recordExport(companyRecord, exportedColumns, listCompanies),
  read: getCompanyJson,
  create: createCompany,
  change: changeCompany,
  save: saveCompanies,
  delete: deleteCompanies,
  restore: restoreCompanies,
})
