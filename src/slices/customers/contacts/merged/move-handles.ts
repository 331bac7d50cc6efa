import { sql } from 'kysely'
import type { WorkspaceId } from '../../../../kernel/ids.ts'
import type { Db } from '../../../../platform/db/database.ts'
import { alignPrimaries } from '../store-many.ts'
import { onOwnRows } from './own-rows.ts'
import { refreshShown } from './refresh-shown.ts'
import type { NewHandle } from '../record.ts'
import { insertHandles } from '../store.ts'

/** Gives handles to another contact; the rows of those that had them repeat the handles that are left. */
export async function moveHandles(tx: Db, workspaceId: WorkspaceId, ids: string[], contactId: string): Promise<void> {
  const { rows } = await sql<{ contactId: string }>`
    select distinct h.contact_id from handles h
    where h.workspace_id = ${workspaceId} and h.id = any(${ids}::uuid[])`.execute(tx)
  const owners = rows.map(row => row.contactId)
  await onOwnRows(tx, workspaceId, owners, async () => {
    await sql`update handles set contact_id = ${contactId}
      where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])`.execute(tx)
    await alignPrimaries(tx, workspaceId, [...owners, contactId])
  })
  await refreshShown(tx, workspaceId, owners)
}

/** Adds a handle to a contact whose own values its row holds; the first of its kind is the primary one. */
export async function placeHandle(tx: Db, workspaceId: WorkspaceId, handle: NewHandle, now: Date): Promise<void> {
  await insertHandles(tx, workspaceId, [handle], now)
  await alignPrimaries(tx, workspaceId, [handle.contactId])
}
