import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/database.ts'
import { refold } from './fold.ts'
import { readRoots, type FactsOf } from './whose.ts'

interface Owners {
  contactId?: string | null
  companyId?: string | null
}

/** Computes the facts of those anew whose orders or returns went away, or were cancelled; contacts count as they are now. */
export async function recount(tx: Db, workspaceId: WorkspaceId, owners: readonly Owners[]): Promise<void> {
  await recountOf(tx, 'contact', workspaceId, owners)
  await recountOf(tx, 'company', workspaceId, owners)
}

export async function recountOf(
  tx: Db,
  of: FactsOf,
  workspaceId: WorkspaceId,
  owners: readonly Owners[],
): Promise<void> {
  const ids = owners.flatMap(owner => owner[`${of}Id`] ?? [])
  const roots = await readRoots(tx, of, workspaceId, ids)
  await refold(tx, of, workspaceId, [...new Set(roots.values())])
}
