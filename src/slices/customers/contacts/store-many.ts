import { sql } from 'kysely'
import { only, type Stored } from '../../../kernel/record/record.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import { deleteRows, updateEach } from '../../../platform/db/row.ts'
import { lockRecords, rewritingOf } from '../../../platform/record/statements.ts'
import { searchText } from './contact.ts'
import { contactRecord, sourceColumns } from './record.ts'

const rewrittenColumns = { ...sourceColumns, ...only(contactRecord.columns, 'sortName', 'searchText') }
export type ContactRewrite = Stored<typeof rewrittenColumns>

/** What a source may rewrite of these contacts, locked. */
export function lockForSource(tenant: Tenant, ids: readonly string[]): Promise<ContactRewrite[]> {
  return lockRecords(tenant, 'contacts', rewrittenColumns, ids)
}

/** Sets all that a source may rewrite of many contacts by one statement. */
export const rewriteContacts = rewritingOf(contactRecord, rewrittenColumns)

/** Takes away the handles that an import gave these contacts. */
export async function removeImportedHandles(
  tenant: Tenant,
  importId: string,
  contactIds: readonly string[],
): Promise<void> {
  await deleteRows(tenant, 'handles', { importId, contactId: contactIds })
  await alignPrimaries(tenant, contactIds)
}

/** One primary e-mail and phone for each contact, that of its row where there is such a handle, and the row in line with it. */
export async function alignPrimaries({ db, workspaceId }: Tenant, contactIds: readonly string[]): Promise<void> {
  await sql`
    with ranked as (
      select h.id, row_number() over (partition by h.contact_id, h.kind
        order by (h.normal = case h.kind when 'email' then c.email else c.phone end) is true desc, h.is_primary desc, h.created_at, h.id) as place
      from handles h join contacts c on c.workspace_id = h.workspace_id and c.id = h.contact_id
      where h.workspace_id = ${workspaceId} and c.id = any(${contactIds}::uuid[]) and h.kind in ('email', 'phone') and h.deleted_at is null)
    update handles h set is_primary = (ranked.place = 1) from ranked
    where h.workspace_id = ${workspaceId} and h.id = ranked.id and h.is_primary <> (ranked.place = 1)`.execute(db)
  const primary = (kind: string) => sql`(
    select h.normal from handles h where h.workspace_id = c.workspace_id and h.contact_id = c.id and h.kind = ${kind} and h.is_primary and h.deleted_at is null limit 1)`
  await sql`
    update contacts c set email = ${primary('email')}, phone = ${primary('phone')}
    where c.workspace_id = ${workspaceId} and c.id = any(${contactIds}::uuid[]) and c.deleted_at is null`.execute(db)
}

/** Brings what contacts are found by in line with their names and handles. */
export async function refreshSearchTexts(tenant: Tenant, ids: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string; name: string; handles: { normal: string }[] }>`
    select c.id, c.name, (select coalesce(json_agg(json_build_object('normal', h.normal) order by h.created_at, h.id), '[]') from handles h
      where h.workspace_id = c.workspace_id and h.contact_id = c.id and h.deleted_at is null) as handles
    from contacts c where c.workspace_id = ${tenant.workspaceId} and c.id = any(${ids}::uuid[])`.execute(tenant.db)
  const found = rows.map(({ id, name, handles }) => ({ id, searchText: searchText(name, handles) }))
  await updateEach(tenant, 'contacts', ['id'], found)
}
