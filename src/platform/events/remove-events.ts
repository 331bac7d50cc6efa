import type { Tenant } from '../db/database.ts'
import { deleteRows } from '../db/row.ts'

/** Takes the log of records out that are going away for good: what is about them, or about a contact or company. */
export async function removeEvents(
  tenant: Tenant,
  about: 'subject' | 'contact' | 'company',
  ids: readonly string[],
): Promise<void> {
  await deleteRows(tenant, 'events', { [`${about}Id` as 'subjectId']: ids })
}

/** Takes events of these kinds out that an import had recorded of these records. */
export async function removeImportedEvents(
  tenant: Tenant,
  importId: string,
  kind: readonly string[],
  subjectId: readonly string[],
): Promise<void> {
  await deleteRows(tenant, 'events', { importId, kind, subjectId })
}
