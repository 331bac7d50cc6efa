export { createCompany } from './commands/save-companies.ts'
export { normalizeDomain, searchText as companySearchText } from './company.ts'
export { findCompanyHolders, insertCompanies } from './store.ts'
export type { NewCompany } from './record.ts'
