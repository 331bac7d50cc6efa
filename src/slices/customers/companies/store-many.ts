import { sql } from 'kysely'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/database.ts'
import type { NewCompany } from './store.ts'

export type CompanyRewrite = Omit<NewCompany, 'importId' | 'isDemo' | 'createdAt' | 'teamId'>

/** Sets all columns of many companies by one statement. */
export async function rewriteCompanies(
  tx: Db,
  workspaceId: WorkspaceId,
  companies: CompanyRewrite[],
  now: Date,
): Promise<void> {
  if (companies.length === 0) return
  await sql`
    update companies c set name = r.name, sort_name = r."sortName", search_text = r."searchText", domain = r.domain, industry = r.industry, employees = r.employees,
      phone = r.phone, website = r.website, street = r.street, city = r.city, region = r.region, postal_code = r."postalCode", country = r.country,
      parent_id = r."parentId", owner_id = r."ownerId", tag_ids = r."tagIds", fields = r.fields, source = r.source, source_id = r."sourceId",
      version = c.version + 1, updated_at = ${now}
    from json_to_recordset(${JSON.stringify(companies)}::json) as r (id uuid, name text, "sortName" text, "searchText" text, domain text, industry text, employees int,
      phone text, website text, street text, city text, region text, "postalCode" text, country text, "parentId" uuid, "ownerId" uuid, "tagIds" uuid[],
      fields jsonb, source text, "sourceId" text)
    where c.workspace_id = ${workspaceId} and c.id = r.id`.execute(tx)
}

/** Gives companies these parents. */
export async function setParents(
  tx: Db,
  workspaceId: WorkspaceId,
  companies: readonly { id: string; parentId: string }[],
  now: Date,
): Promise<void> {
  await sql`
    update companies c set parent_id = r."parentId", version = c.version + 1, updated_at = ${now}
    from json_to_recordset(${JSON.stringify(companies)}::json) as r (id uuid, "parentId" uuid)
    where c.workspace_id = ${workspaceId} and c.id = r.id`.execute(tx)
}

/** Undoes parents that close a circle among these companies; returns the names of those that lost theirs. */
export async function breakCircles(tx: Db, workspaceId: WorkspaceId, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ name: string }>`
    with recursive above as (
      select c.id as start, c.parent_id as id from companies c where c.workspace_id = ${workspaceId} and c.id = any(${ids}::uuid[]) and c.parent_id is not null
      union
      select above.start, c.parent_id from above join companies c on c.id = above.id where c.workspace_id = ${workspaceId} and c.parent_id is not null)
    update companies c set parent_id = null where c.workspace_id = ${workspaceId} and c.id in (select start from above where above.id = above.start)
    returning c.name`.execute(tx)
  return rows.map(row => row.name)
}

/** Takes companies away for good, with their facts. What refers to them must be gone before. */
export async function removeCompanies(tx: Db, workspaceId: WorkspaceId, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`delete from company_facts where workspace_id = ${workspaceId} and company_id = any(${ids}::uuid[])`.execute(
    tx,
  )
  await sql`delete from companies where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])`.execute(tx)
}
