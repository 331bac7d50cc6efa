import type { RawBuilder } from 'kysely'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/database.ts'
import { joinById } from '../../../platform/db/join.ts'

/** Joins as `as` the member whose id is in the column `of`, whether they still belong to the workspace or not. */
export function joinMember(of: string, as = 'm'): RawBuilder<unknown> {
  return joinById('members', of, as)
}

/** The address and language of a member who belongs to the workspace now. */
export async function findMember(
  db: Db,
  workspaceId: WorkspaceId,
  id: string,
): Promise<{ id: string; name: string; email: string; locale: string | null } | undefined> {
  return db
    .selectFrom('members')
    .select(['id', 'name', 'email', 'locale'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
}
