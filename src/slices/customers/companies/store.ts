import { sql } from 'kysely'
import { only } from '../../../kernel/record/record.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import { takeOutOfBin } from '../../../platform/record/bin.ts'
import type { Holder } from '../../../platform/record/saving.ts'
import { insertingWithFacts } from '../facts/public.ts'
import { companyRecord } from './record.ts'

export const insertCompanies = insertingWithFacts(companyRecord)

interface CompanyHolder extends Holder {
  domain: string | null
  source: string | null
  sourceId: string | null
}

/** Live companies that have one of these domains or source ids. */
export async function findCompanyHolders(
  { db, workspaceId }: Tenant,
  wanted: readonly { domain?: string | null; source?: string | null; sourceId?: string | null }[],
): Promise<CompanyHolder[]> {
  const domains = wanted.flatMap(({ domain }) => domain ?? [])
  const known = wanted.filter(({ source, sourceId }) => source && sourceId)
  if (domains.length === 0 && known.length === 0) return []
  const { rows } = await sql<CompanyHolder>`
    select c.id, c.name, c.domain, c.source, c.source_id, c.owner_id, c.team_id from companies c
    where c.workspace_id = ${workspaceId} and c.deleted_at is null and c.domain = any(${domains}::text[])
    union
    select c.id, c.name, c.domain, c.source, c.source_id, c.owner_id, c.team_id from companies c
      join unnest(${known.map(({ source }) => source)}::text[], ${known.map(({ sourceId }) => sourceId)}::text[]) as given (source, source_id)
        on c.source = given.source and c.source_id = given.source_id
    where c.workspace_id = ${workspaceId} and c.deleted_at is null and c.source_id is not null`.execute(db)
  return rows
}

interface Named {
  id: string
  name: string
}

/** Takes companies out of the bin. A domain or source id that another company has by now is not given back. */
export function unbinCompanies(tenant: Tenant, ids: string[]): Promise<Named[]> {
  const named = only(companyRecord.columns, 'id', 'name')
  return takeOutOfBin(tenant, companyRecord, named, ids, [['domain'], ['source', 'sourceId']])
}

/** The company `id`, its parent, that one's parent and so on. */
export async function listAncestors({ db, workspaceId }: Tenant, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive above as (
      select c.id, c.parent_id from companies c where c.workspace_id = ${workspaceId} and c.id = ${id}
      union
      select c.id, c.parent_id from companies c join above on c.id = above.parent_id where c.workspace_id = ${workspaceId})
    select id from above`.execute(db)
  return rows.map(row => row.id)
}
