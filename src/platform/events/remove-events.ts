import { sql } from 'kysely'
import type { Tenant } from '../db/database.ts'

/** Takes the log of records out that are going away for good: what is about them, or about a contact or company. */
export async function removeEvents(
  { db, workspaceId }: Tenant,
  about: 'subject' | 'contact' | 'company',
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  const column = sql.ref(`${about}_id`)
  await sql`delete from events where workspace_id = ${workspaceId} and ${column} = any(${ids}::uuid[])`.execute(db)
}

/** Takes events of these kinds out that an import had recorded of these records. */
export async function removeImportedEvents(
  { db, workspaceId }: Tenant,
  importId: string,
  kinds: readonly string[],
  subjectIds: readonly string[],
): Promise<void> {
  if (subjectIds.length === 0) return
  await sql`
    delete from events where workspace_id = ${workspaceId} and import_id = ${importId} and subject_id = any(${subjectIds}::uuid[])
      and kind = any(${kinds}::text[])`.execute(db)
}
