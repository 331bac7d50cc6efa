import { sql } from 'kysely'
import { only, type Stored } from '../../../kernel/record/record.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import { findRows } from '../../../platform/db/row.ts'
import { moveToBin } from '../../../platform/record/bin.ts'
import { updateHandles } from './handles.ts'
import { contactRecord } from './record.ts'
import { rootId } from './root.ts'

const binned = only(contactRecord.columns, 'id', 'name', 'companyId')
type Binned = Stored<typeof binned>

/**
 * Moves contacts to the bin with their handles and those of the contacts merged into them, which become free for others;
 * returns those that were not there yet.
 */
export async function binContacts(tenant: Tenant, ids: string[], now: Date): Promise<Binned[]> {
  const rows = await moveToBin(tenant, contactRecord, binned, ids, now)
  const visible = rows.map(row => row.id)
  const all = await withMerged(tenant, visible)
  await updateHandles(tenant, sql`deleted_at = ${now}`, sql`h.contact_id = any(${all}::uuid[])`)
  return rows
}

/**
 * Takes contacts out of the bin with the handles that went with them. A handle that identifies somebody else by now, or
 * whoever of the same call was deleted last, comes back as one that no longer identifies.
 */
export async function unbinContacts(tenant: Tenant, ids: string[]): Promise<Binned[]> {
  await sql`
    with back as (
      select h.id, row_number() over (partition by h.kind, h.normal, h.is_identifying order by c.deleted_at desc, h.id) = 1 as is_last
      from contacts w join contacts c on c.workspace_id = w.workspace_id and c.id = ${rootId('w')}
        join handles h on h.workspace_id = w.workspace_id and h.contact_id = w.id and h.deleted_at = c.deleted_at
      where w.workspace_id = ${tenant.workspaceId} and w.id = any(${await withMerged(tenant, ids)}::uuid[]))
    update handles h set deleted_at = null, is_identifying = h.is_identifying and back.is_last and not exists (
      select from handles taken where taken.workspace_id = h.workspace_id and taken.kind = h.kind and taken.normal = h.normal
        and taken.is_identifying and taken.deleted_at is null)
    from back where h.workspace_id = ${tenant.workspaceId} and h.id = back.id`.execute(tenant.db)
  return moveToBin(tenant, contactRecord, binned, ids, null)
}

/** These contacts and those merged into them. */
async function withMerged(tenant: Tenant, ids: string[]): Promise<string[]> {
  const merged = await findRows(tenant, 'contacts', ['id'], { mergedInto: ids }, sql`and merged_into is not null`)
  return [...ids, ...merged.map(({ id }) => id)]
}
