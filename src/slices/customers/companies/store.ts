import { sql } from 'kysely'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/database.ts'
import type { Holder } from '../../../platform/record/saving.ts'
import { insertRecords } from '../../../platform/record/statements.ts'
import { openFacts } from '../facts/public.ts'
import { companyRecord, type NewCompany } from './record.ts'

/** Rows for companies, with empty facts beside them; two statements for any number. */
export async function insertCompanies(
  tx: Db,
  workspaceId: WorkspaceId,
  companies: NewCompany[],
  now: Date,
): Promise<void> {
  await insertRecords(tx, workspaceId, companyRecord, companies, now)
  const ids = companies.map(({ id }) => id)
  await openFacts(tx, workspaceId, 'company', ids)
}

interface CompanyHolder extends Holder {
  domain: string | null
  source: string | null
  sourceId: string | null
}

/** Live companies that have one of these domains or source ids. */
export async function findCompanyHolders(
  tx: Db,
  workspaceId: WorkspaceId,
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
    where c.workspace_id = ${workspaceId} and c.deleted_at is null and c.source_id is not null`.execute(tx)
  return rows
}

interface Named {
  id: string
  name: string
}

/** Takes companies out of the bin. A domain or source id that another company has by now is not given back. */
export async function unbinCompanies(tx: Db, workspaceId: WorkspaceId, ids: string[]): Promise<Named[]> {
  const { rows } = await sql<Named>`
    with back as (
      select b.id,
        row_number() over (partition by b.domain order by b.deleted_at desc, b.id) = 1 and not exists (
          select from companies d where d.workspace_id = ${workspaceId} and d.domain = b.domain and d.deleted_at is null) as keeps_domain,
        row_number() over (partition by b.source, b.source_id order by b.deleted_at desc, b.id) = 1 and not exists (
          select from companies s where s.workspace_id = ${workspaceId} and s.source = b.source and s.source_id = b.source_id and s.deleted_at is null) as keeps_source
      from companies b where b.workspace_id = ${workspaceId} and b.id = any(${ids}::uuid[]) and b.deleted_at is not null)
    update companies c set deleted_at = null, version = c.version + 1,
      domain = case when back.keeps_domain then c.domain end, source_id = case when back.keeps_source then c.source_id end
    from back where c.workspace_id = ${workspaceId} and c.id = back.id
    returning c.id, c.name`.execute(tx)
  return rows
}

/** The company `id`, its parent, that one's parent and so on. */
export async function listAncestors(tx: Db, workspaceId: WorkspaceId, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive above as (
      select c.id, c.parent_id from companies c where c.workspace_id = ${workspaceId} and c.id = ${id}
      union
      select c.id, c.parent_id from companies c join above on c.id = above.parent_id where c.workspace_id = ${workspaceId})
    select id from above`.execute(tx)
  return rows.map(row => row.id)
}
