import { sql } from 'kysely'
import type { Tenant } from '../../../platform/db/database.ts'
import { selectOf } from '../../../platform/record/fragments.ts'
import type { Holder } from '../../../platform/record/uniques.ts'
import { findRecords, insertingOf, insertRecords, updatingOf } from '../../../platform/record/statements.ts'
import { insertingWithFacts } from '../facts/public.ts'
import {
  contactRecord,
  handleRecord,
  storedColumns,
  storedHandleColumns,
  type NewHandle,
  type StoredContact,
  type StoredHandle,
} from './record.ts'
import { belongsTo, rootId } from './root.ts'

export function lockContacts(tenant: Tenant, ids: string[]): Promise<StoredContact[]> {
  // As `lockWithRoots` does, so that both take turns.
  return findRecords(tenant, 'contacts', storedColumns, ids, undefined, sql`for no key update`)
}

export const insertContacts = insertingWithFacts(contactRecord)
export const updateContact = updatingOf(contactRecord)
export const insertHandles = insertingOf(handleRecord)

const unlessTaken = sql<{ id: string }>`
  on conflict (workspace_id, kind, normal) where is_identifying and deleted_at is null do nothing returning id`

/** As `insertHandles`; false when somebody is identified by one of them already. */
export async function insertFreeHandles(tenant: Tenant, handles: NewHandle[], now: Date) {
  return (await insertRecords(tenant, handleRecord, handles, now, unlessTaken)).length === handles.length
}

/** Whose a handle is now. */
interface HandleHolder extends Holder {
  kind: string
  normal: string
  /** The contact that the handle was written with. */
  holderId: string
}

/** Identifying handles that any of the given ones is equal to, with the surviving contact that holds each. */
export async function findHolders(
  { db, workspaceId }: Tenant,
  handles: readonly { kind: string; normal: string }[],
): Promise<HandleHolder[]> {
  if (handles.length === 0) return []
  const [kinds, normals] = [handles.map(handle => handle.kind), handles.map(handle => handle.normal)]
  const { rows } = await sql<HandleHolder>`
    select h.kind, h.normal, w.id as holder_id, c.id, c.name, c.owner_id, c.team_id
    from handles h
      join contacts w on w.workspace_id = h.workspace_id and w.id = h.contact_id
      join contacts c on c.workspace_id = w.workspace_id and c.id = ${rootId('w')}
    where h.workspace_id = ${workspaceId} and h.is_identifying and h.deleted_at is null
      and (h.kind, h.normal) in (select * from unnest(${kinds}::text[], ${normals}::text[]))`.execute(db)
  return rows
}

const handleSelect = selectOf(storedHandleColumns, 'h')

/** The live handles of a contact and of those merged into it. */
export async function lockHandles({ db, workspaceId }: Tenant, contactId: string): Promise<StoredHandle[]> {
  const { rows } = await sql<StoredHandle>`
    select ${handleSelect} from contacts c join handles h on h.workspace_id = c.workspace_id and h.contact_id = c.id
    where c.workspace_id = ${workspaceId} and ${belongsTo('c', sql`= ${contactId}`)} and h.deleted_at is null
    order by h.created_at, h.id`.execute(db)
  return rows
}

export const updateHandle = updatingOf(handleRecord)
