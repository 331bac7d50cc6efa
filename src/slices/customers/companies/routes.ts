import { recordRoutes } from '../../../platform/record/routes.ts'
import { deleteCompanies, restoreCompanies } from './commands/bin-companies.ts'
import { changeCompany } from './commands/change-company.ts'
import { createCompany, saveCompanies } from './commands/save-companies.ts'
import { exportCompanies } from './export.ts'
import { getCompanyJson, listCompanies } from './queries.ts'
import { companyRecord } from './record.ts'
import { companyEndpoints } from './schema.ts'

export const routes = recordRoutes(companyRecord, companyEndpoints, {
  list: listCompanies,
  export: exportCompanies,
  read: getCompanyJson,
  create: createCompany,
  change: changeCompany,
  save: saveCompanies,
  delete: deleteCompanies,
  restore: restoreCompanies,
})
