import { sql } from 'kysely'
import type { WorkspaceId } from '../../../../kernel/ids.ts'
import type { Db } from '../../../../platform/db/database.ts'
import { sortNameOf } from '../contact.ts'
import type { MergeableRow } from './values.ts'

/**
 * Sets what a merge may fill, of many contacts by one statement. It is nobody's edit, so `updated_at` stays. What kept
 * values refer to may be gone for good by now.
 */
export async function writeRows(
  tx: Db,
  workspaceId: WorkspaceId,
  contacts: (MergeableRow & { id: string; searchText: string })[],
): Promise<void> {
  if (contacts.length === 0) return
  const there = (table: string, key: string) => sql`(
    select kept.id from ${sql.table(table)} kept where kept.workspace_id = ${workspaceId} and kept.id = r.${sql.raw(`"${key}"`)})`
  const rows = contacts.map(contact => ({ ...contact, sortName: sortNameOf(contact.name, contact.lifecycle) }))
  await sql`
    update contacts c set name = r.name, sort_name = r."sortName", search_text = r."searchText", first_name = r."firstName", last_name = r."lastName",
      job_title = r."jobTitle", company_id = ${there('companies', 'companyId')}, owner_id = ${there('members', 'ownerId')},
      team_id = ${there('teams', 'teamId')}, lifecycle = r.lifecycle, email = r.email,
      phone = r.phone, street = r.street, city = r.city, region = r.region, postal_code = r."postalCode", country = r.country, language = r.language,
      time_zone = r."timeZone", birthday = r.birthday, tag_ids = r."tagIds", fields = r.fields, version = c.version + 1
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, name text, "sortName" text, "searchText" text, "firstName" text, "lastName" text,
      "jobTitle" text, "companyId" uuid, "ownerId" uuid, "teamId" uuid, lifecycle text, email text, phone text, street text, city text, region text,
      "postalCode" text, country text, language text, "timeZone" text, birthday date, "tagIds" uuid[], fields jsonb)
    where c.workspace_id = ${workspaceId} and c.id = r.id`.execute(tx)
}
