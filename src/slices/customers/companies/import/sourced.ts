import { sql } from 'kysely'
import { sortNameOf } from '../../../../platform/record/given-name.ts'
import type { Tenant } from '../../../../platform/db/database.ts'
import { keyOf } from '../../../../platform/record/uniques.ts'
import type { SourcedRecord } from '../../imports/public.ts'
import { searchText } from '../company.ts'
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

/** Of companies that are called the same the first is meant. */
async function findNamed({ db, workspaceId }: Tenant, keys: readonly string[]): Promise<Map<string, string>> {
  const names = keys.map(key => key.split('\n')).flatMap(([kind, name]) => (kind === 'name' ? name! : []))
  const { rows } = await sql<{ id: string; sortName: string }>`
    select distinct on (c.sort_name) c.id, c.sort_name from companies c
    where c.workspace_id = ${workspaceId} and c.sort_name = any(${names}::text[]) and c.deleted_at is null
    order by c.sort_name, c.id`.execute(db)
  return new Map(rows.map(({ id, sortName }) => [keyOf('name', sortName), id]))
}
