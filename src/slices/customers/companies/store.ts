import { sql } from 'kysely'
import { only } from '../../../kernel/record/record.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import { storableJson } from '../../../platform/db/json.ts'
import { isGivenName } from '../../../platform/record/given-name.ts'
import { rewritingOf } from '../../../platform/record/statements.ts'
import { insertingWithFacts } from '../facts/public.ts'
import { companyRecord } from './record.ts'

export const insertCompanies = insertingWithFacts(companyRecord)

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

/** Gives companies these parents. */
export const setParents = rewritingOf(companyRecord, only(companyRecord.columns, 'id', 'parentId'))

/** Undoes parents that close a circle among these companies; answers those that lost theirs, with what it was. */
export async function breakCircles(
  { db, workspaceId }: Tenant,
  ids: string[],
  now: Date,
): Promise<{ id: string; parentId: string }[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string; parentId: string }>`
    with recursive above as (
      select c.id as start, c.parent_id as id from companies c where c.workspace_id = ${workspaceId} and c.id = any(${ids}::uuid[]) and c.parent_id is not null
      union
      select above.start, c.parent_id from above join companies c on c.id = above.id where c.workspace_id = ${workspaceId} and c.parent_id is not null),
    closing as (
      select c.id, c.parent_id from companies c
      where c.workspace_id = ${workspaceId} and c.id in (select start from above where above.id = above.start))
    update companies c set parent_id = null, version = c.version + 1, updated_at = ${now}
    from closing where c.workspace_id = ${workspaceId} and c.id = closing.id
    returning c.id, closing.parent_id`.execute(db)
  return rows
}

/** Gives these companies a name as long as they are called by the id of where they come from. */
export async function nameUnnamed(
  { db, workspaceId }: Tenant,
  rows: { id: string; sourceId: string | null; name: string | null; sortName: string; searchText: string }[],
  now: Date,
): Promise<void> {
  const name = sql`
    update companies c set name = r.name, sort_name = r."sortName", search_text = r."searchText", version = c.version + 1, updated_at = ${now}
    from json_to_recordset(${storableJson(rows)}::json) as r (id uuid, "sourceId" text, name text, "sortName" text, "searchText" text)
    where c.workspace_id = ${workspaceId} and c.id = r.id and (c.name = r."sourceId" or not ${isGivenName('c.name')}) and c.deleted_at is null`
  await name.execute(db)
}
