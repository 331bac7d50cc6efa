export { companyReaders, type CompanyKey } from './key.ts'
export { createCompanies, importCompaniesOf } from './write.ts'
