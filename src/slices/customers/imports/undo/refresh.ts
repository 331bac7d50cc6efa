import { sql } from 'kysely'
import { searchText } from '../../contacts/public.ts'
import type { Step } from './step.ts'

/** Brings what contacts are found by in line with their names and handles. */
export async function refreshContacts({ tx, workspaceId }: Step, ids: string[]): Promise<void> {
  const { rows } = await sql<{ id: string; name: string; normals: string[] }>`
    select c.id, c.name, array(select h.normal from handles h where h.workspace_id = c.workspace_id and h.contact_id = c.id and h.deleted_at is null order by h.created_at, h.id) as normals
    from contacts c where c.workspace_id = ${workspaceId} and c.id = any(${ids}::uuid[])`.execute(tx)
  const found = rows.map(({ id, name, normals }) => ({ id, text: searchText(name, normals) }))
  await sql`
    update contacts c set search_text = r.text from json_to_recordset(${JSON.stringify(found)}::json) as r (id uuid, text text)
    where c.workspace_id = ${workspaceId} and c.id = r.id`.execute(tx)
}
