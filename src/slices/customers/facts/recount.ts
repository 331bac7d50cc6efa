import { sql } from 'kysely'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/database.ts'
import { refold } from './fold.ts'

/** Computes the facts of those anew whose orders or returns went away, or were cancelled; contacts count as they are now. */
export async function recount(
  tx: Db,
  workspaceId: WorkspaceId,
  owners: readonly { contactId?: string | null; companyId?: string | null }[],
): Promise<void> {
  const contactIds = [...new Set(owners.flatMap(owner => owner.contactId ?? []))]
  if (contactIds.length > 0) {
    const survivors = await sql<{ id: string }>`
      select distinct coalesce(c.merged_into, c.id) as id from contacts c
      where c.workspace_id = ${workspaceId} and c.id = any(${contactIds}::uuid[])`.execute(tx)
    await refold(
      tx,
      'contact',
      workspaceId,
      survivors.rows.map(row => row.id),
    )
  }
  await refold(tx, 'company', workspaceId, [...new Set(owners.flatMap(owner => owner.companyId ?? []))])
}
