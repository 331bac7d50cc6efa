import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/database.ts'
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
    const owner = await db
      .selectFrom('members')
      .select('id')
      .where('workspaceId', '=', id)
      .where('role', '=', 'owner')
      .where('removedAt', 'is', null)
      .orderBy('createdAt')
      .limit(1)
      .executeTakeFirst()
    if (owner) return { workspaceId: id, workspaceName: name, memberId: owner.id }
  }
  return null
}
