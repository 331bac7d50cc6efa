import type { Tenant } from '../../../../platform/db/database.ts'
import { findRows, updateRows } from '../../../../platform/db/row.ts'
import { alignPrimaries } from '../store-many.ts'
import { onOwnRows } from './own-rows.ts'
import { refreshShown } from './refresh-shown.ts'
import type { NewHandle } from '../record.ts'
import { insertHandles } from '../store.ts'

/** Gives handles to another contact; the rows of those that had them repeat the handles that are left. */
export async function moveHandles(tenant: Tenant, ids: string[], contactId: string): Promise<void> {
  const found = await findRows(tenant, 'handles', ['contactId'], ids)
  const owners = [...new Set(found.map(row => row.contactId))]
  await onOwnRows(tenant, owners, async () => {
    await updateRows(tenant, 'handles', ids, { contactId })
    await alignPrimaries(tenant, [...owners, contactId])
  })
  await refreshShown(tenant, owners)
}

/** Adds a handle to a contact whose own values its row holds; the first of its kind is the primary one. */
export async function placeHandle(tenant: Tenant, handle: NewHandle, now: Date): Promise<void> {
  await insertHandles(tenant, [handle], now)
  await alignPrimaries(tenant, [handle.contactId])
}
