export { companyReaders, type CompanyKey } from './key.ts'
export { importCompaniesOf } from './write.ts'
