import { sql } from 'kysely'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import { keysOf } from '../../../kernel/record/record.ts'
import type { Db } from '../../../platform/db/database.ts'
import { isRow } from '../../../platform/db/row.ts'
import type { Holder } from '../../../platform/record/saving.ts'
import { insertingOf, insertRecords, lockRecords, updatingOf } from '../../../platform/record/statements.ts'
import { insertingWithFacts } from '../facts/public.ts'
import {
  contactRecord,
  handleRecord,
  storedColumns,
  storedHandleColumns,
  type HandleKind,
  type NewHandle,
  type StoredContact,
  type StoredHandle,
} from './record.ts'

export function lockContacts(tx: Db, workspaceId: WorkspaceId, ids: string[]): Promise<StoredContact[]> {
  return lockRecords(tx, workspaceId, 'contacts', storedColumns, ids)
}

export const insertContacts = insertingWithFacts(contactRecord)
export const updateContact = updatingOf(contactRecord)
export const insertHandles = insertingOf(handleRecord)

const unlessTaken = sql`
  on conflict (workspace_id, kind, normal) where is_identifying and deleted_at is null do nothing returning id`

/** As `insertHandles`; false when somebody is identified by one of them already. */
export async function insertFreeHandles(tx: Db, workspaceId: WorkspaceId, handles: NewHandle[], now: Date) {
  return (await insertRecords(tx, workspaceId, handleRecord, handles, now, unlessTaken)).length === handles.length
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
  tx: Db,
  workspaceId: WorkspaceId,
  handles: readonly { kind: string; normal: string }[],
): Promise<HandleHolder[]> {
  if (handles.length === 0) return []
  const { rows } = await sql<HandleHolder>`
    select h.kind, h.normal, w.id as holder_id, c.id, c.name, c.owner_id, c.team_id
    from handles h
      join contacts w on w.workspace_id = h.workspace_id and w.id = h.contact_id
      join contacts c on c.workspace_id = w.workspace_id and c.id = coalesce(w.merged_into, w.id)
    where h.workspace_id = ${workspaceId} and h.is_identifying and h.deleted_at is null
      and (h.kind, h.normal) in (select * from unnest(${handles.map(handle => handle.kind)}::text[], ${handles.map(handle => handle.normal)}::text[]))`.execute(
    tx,
  )
  return rows
}

/** The live handles of a contact and of those merged into it. */
export async function lockHandles(tx: Db, workspaceId: WorkspaceId, contactId: string): Promise<StoredHandle[]> {
  const rows = await tx
    .selectFrom('handles')
    .select(keysOf(storedHandleColumns))
    .where('workspaceId', '=', workspaceId)
    .where('contactId', 'in', eb =>
      eb
        .selectFrom('contacts')
        .select('contacts.id')
        .where('contacts.workspaceId', '=', workspaceId)
        .where(or => or.or([or('contacts.id', '=', contactId), or('contacts.mergedInto', '=', contactId)])),
    )
    .where('deletedAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return rows as StoredHandle[]
}

export async function updateHandle(
  tx: Db,
  workspaceId: WorkspaceId,
  id: string,
  changes: Partial<StoredHandle> & { deletedAt?: Date | null },
): Promise<void> {
  await tx.updateTable('handles').set(changes).where(isRow(workspaceId, id)).execute()
}

/** One primary handle of a kind: `id`. */
export async function makePrimary(
  tx: Db,
  workspaceId: WorkspaceId,
  contactId: string,
  kind: HandleKind,
  id: string,
): Promise<void> {
  await tx
    .updateTable('handles')
    .set({ isPrimary: sql<boolean>`id = ${id}::uuid` })
    .where('workspaceId', '=', workspaceId)
    .where('contactId', '=', contactId)
    .where('kind', '=', kind)
    .where('deletedAt', 'is', null)
    .execute()
}
