export { createCompany } from './commands.ts'
export { noCompany, noName as noCompanyName, normalizeDomain, searchText as companySearchText } from './company.ts'
export { insertCompanies, nameUnnamed } from './store.ts'
export type { NewCompany } from './record.ts'
export {
  companyName,
  findCompanies,
  findCompaniesCalled,
  findCompaniesKnown,
  idsOfFoundCompanies,
  joinCompany,
  requireCompanies,
  seesCompany,
  visibleCompany,
} from './joins.ts'
