import { sql } from 'kysely'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/database.ts'
import { findRow } from '../../../platform/db/row.ts'
import { listWorkspaces } from '../../../platform/workspaces.ts'

export interface Owner {
  workspaceId: WorkspaceId
  workspaceName: string
  memberId: string
}

/** The oldest owner of the given workspace, or else of the first one that has an owner. */
export async function findOwner(db: Db, workspaceId?: string): Promise<Owner | null> {
  for (const { id, name } of await listWorkspaces(db)) {
    if (workspaceId !== undefined && id !== workspaceId) continue
    const oldest = sql`order by created_at limit 1`
    const owner = await findRow({ db, workspaceId: id }, 'members', ['id'], { role: 'owner', removedAt: null }, oldest)
    if (owner) return { workspaceId: id, workspaceName: name, memberId: owner.id }
  }
  return null
}
