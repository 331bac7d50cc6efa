import type { WorkspaceId } from '../../../../kernel/ids.ts'
import { only } from '../../../../kernel/record/record.ts'
import type { Db } from '../../../../platform/db/database.ts'
import { rewriteRecords } from '../../../../platform/record/statements.ts'
import { sortNameOf } from '../contact.ts'
import { contactRecord, mergedColumns, type MergeableRow } from '../record.ts'

const filledColumns = { ...mergedColumns, ...only(contactRecord.columns, 'id', 'sortName', 'searchText') }

/**
 * Sets what a merge may fill, of many contacts by one statement. It is nobody's edit, so `updated_at` stays. What kept
 * values refer to may be gone for good by now.
 */
export async function writeRows(
  tx: Db,
  workspaceId: WorkspaceId,
  contacts: (MergeableRow & { id: string; searchText: string })[],
): Promise<void> {
  const rows = contacts.map(contact => ({ ...contact, sortName: sortNameOf(contact.name, contact.lifecycle) }))
  await rewriteRecords(tx, workspaceId, contactRecord, filledColumns, rows, { keepsOnlyThere: true })
}
