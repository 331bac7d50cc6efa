import { sql } from 'kysely'
import { fold } from '../../../../kernel/text.ts'
import type { Tenant } from '../../../../platform/db/database.ts'
import { keyOf, sourceKey, type SourcedRecord } from '../../imports/public.ts'
import { searchText } from '../company.ts'
import { companyRecord, sourceColumns, type SourceRow } from '../record.ts'
import { findCompanyHolders, insertCompanies } from '../store.ts'

export type CompanyState = Omit<SourceRow, 'id'>

export const domainKey = (domain: string) => keyOf('domain', domain)
export const nameKey = (name: string) => keyOf('name', fold(name))

export const sourcedCompanies: SourcedRecord<typeof sourceColumns, CompanyState> = {
  record: companyRecord,
  columns: sourceColumns,
  derived: company => ({ sortName: fold(company.name), searchText: searchText(company) }),
  unique: { column: 'domain', rows: company => [company] },
  findHolders,
  insert: insertCompanies,
}

async function findHolders(tenant: Tenant, keys: readonly string[]): Promise<Map<string, string>> {
  const read = keys.map(key => key.split('\n'))
  const wanted = read.flatMap(([kind, first, ...rest]) =>
    kind === 'domain' ? { domain: first } : kind === 'source' ? { source: first, sourceId: rest.join('\n') } : [],
  )
  const names = read.flatMap(([kind, name]) => (kind === 'name' ? name! : []))
  const found = await findCompanyHolders(tenant, wanted)
  const named = await sql<{ id: string; sortName: string }>`
    select distinct on (c.sort_name) c.id, c.sort_name from companies c
    where c.workspace_id = ${tenant.workspaceId} and c.sort_name = any(${names}::text[]) and c.deleted_at is null
    order by c.sort_name, c.id`.execute(tenant.db)
  const holders = new Map<string, string>()
  for (const { id, domain, source, sourceId } of found) {
    if (domain) holders.set(domainKey(domain), id)
    if (source && sourceId) holders.set(sourceKey(source, sourceId), id)
  }
  for (const { id, sortName } of named.rows) holders.set(keyOf('name', sortName), id)
  return holders
}
