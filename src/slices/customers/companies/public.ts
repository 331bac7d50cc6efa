export { lockVisibleCompany } from './commands/lock-visible.ts'
export { createCompany } from './commands/save-companies.ts'
export { normalizeDomain, normalizePhone, searchText as companySearchText } from './company.ts'
export { getCompanyKey } from './queries.ts'
export {
  breakCircles,
  lockForSource as lockCompaniesForSource,
  removeCompanies,
  rewriteCompanies,
} from './store-many.ts'
export { findCompanyHolders, insertCompanies } from './store.ts'
export type { NewCompany } from './record.ts'
