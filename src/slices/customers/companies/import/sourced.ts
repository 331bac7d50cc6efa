import { sortNameOf } from '../../../../platform/record/given-name.ts'
import type { Tenant } from '../../../../platform/db/database.ts'
import { keyOf } from '../../../../platform/record/uniques.ts'
import type { SourcedRecord } from '../../imports/public.ts'
import { searchText } from '../company.ts'
import { findCompaniesCalled } from '../joins.ts'
import { companyRecord, sourceColumns, type SourceRow } from '../record.ts'
import { insertCompanies } from '../store.ts'

export type CompanyState = Omit<SourceRow, 'id'>

export const domainKey = (domain: string) => keyOf('domain', domain)
export const nameKey = (name: string) => keyOf('name', sortNameOf(name))

export const sourcedCompanies: SourcedRecord<typeof sourceColumns, CompanyState> = {
  record: companyRecord,
  columns: sourceColumns,
  derived: company => ({ sortName: sortNameOf(company.name), searchText: searchText(company) }),
  findNamed,
  insert: insertCompanies,
}

async function findNamed(tenant: Tenant, keys: readonly string[]): Promise<Map<string, string>> {
  const names = keys.map(key => key.split('\n')).flatMap(([kind, name]) => (kind === 'name' ? name! : []))
  const called = await findCompaniesCalled(tenant, names)
  return new Map([...called].map(([sortName, id]) => [keyOf('name', sortName), id]))
}
