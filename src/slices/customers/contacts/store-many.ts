import { sql } from 'kysely'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/database.ts'
import type { NewContact } from './store.ts'

export type ContactRewrite = Omit<NewContact, 'importId' | 'isDemo' | 'createdAt' | 'teamId'>

/** Sets all columns of many contacts by one statement. */
export async function rewriteContacts(
  tx: Db,
  workspaceId: WorkspaceId,
  contacts: ContactRewrite[],
  now: Date,
): Promise<void> {
  if (contacts.length === 0) return
  await sql`
    update contacts c set name = r.name, sort_name = r."sortName", search_text = r."searchText", first_name = r."firstName", last_name = r."lastName",
      job_title = r."jobTitle", company_id = r."companyId", owner_id = r."ownerId", lifecycle = r.lifecycle, email = r.email, phone = r.phone, street = r.street,
      city = r.city, region = r.region, postal_code = r."postalCode", country = r.country, language = r.language, time_zone = r."timeZone",
      birthday = r.birthday, tag_ids = r."tagIds", fields = r.fields, source = r.source, version = c.version + 1, updated_at = ${now}
    from json_to_recordset(${JSON.stringify(contacts)}::json) as r (id uuid, name text, "sortName" text, "searchText" text, "firstName" text, "lastName" text,
      "jobTitle" text, "companyId" uuid, "ownerId" uuid, lifecycle text, email text, phone text, street text, city text, region text, "postalCode" text,
      country text, language text, "timeZone" text, birthday date, "tagIds" uuid[], fields jsonb, source text)
    where c.workspace_id = ${workspaceId} and c.id = r.id`.execute(tx)
}

/** Makes these handles the primary one of their kind, or no longer that. */
export async function setPrimaries(
  tx: Db,
  workspaceId: WorkspaceId,
  handles: { id: string; isPrimary: boolean }[],
): Promise<void> {
  if (handles.length === 0) return
  await sql`
    update handles h set is_primary = r."isPrimary"
    from json_to_recordset(${JSON.stringify(handles)}::json) as r (id uuid, "isPrimary" boolean)
    where h.workspace_id = ${workspaceId} and h.id = r.id`.execute(tx)
}

/** Makes handles that an import brought the contact's own: undoing that import leaves them. */
export async function keepHandles(tx: Db, workspaceId: WorkspaceId, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`update handles set import_id = null where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])`.execute(tx)
}

/** Takes contacts away for good, with their handles and facts. What refers to them must be gone before. */
export async function removeContacts(tx: Db, workspaceId: WorkspaceId, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`delete from contact_facts where workspace_id = ${workspaceId} and contact_id = any(${ids}::uuid[])`.execute(
    tx,
  )
  await sql`delete from contacts where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])`.execute(tx)
}

/** Takes away the handles that an import gave these contacts, and brings the primary ones in line with the rows. */
export async function removeImportedHandles(
  tx: Db,
  workspaceId: WorkspaceId,
  importId: string,
  contactIds: string[],
): Promise<void> {
  if (contactIds.length === 0) return
  await sql`
    delete from handles where workspace_id = ${workspaceId} and import_id = ${importId} and contact_id = any(${contactIds}::uuid[])`.execute(
    tx,
  )
  await sql`
    update handles h set is_primary = (h.normal = case h.kind when 'email' then c.email else c.phone end)
    from contacts c
    where h.workspace_id = ${workspaceId} and c.workspace_id = h.workspace_id and c.id = h.contact_id and c.id = any(${contactIds}::uuid[])
      and h.kind in ('email', 'phone') and h.deleted_at is null
      and h.is_primary is distinct from (h.normal = case h.kind when 'email' then c.email else c.phone end)`.execute(tx)
}
