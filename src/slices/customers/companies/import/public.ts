export { companyReaders, type CompanyKey } from './key.ts'
export { importNamedCompanies } from './write.ts'
