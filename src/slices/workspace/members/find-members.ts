import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/database.ts'

/** Ids of the members by what people call them: e-mail and name, in lower case. */
export async function findMembersByName(db: Db, workspaceId: WorkspaceId): Promise<ReadonlyMap<string, string>> {
  const members = await db
    .selectFrom('members')
    .select(['id', 'email', 'name'])
    .where('workspaceId', '=', workspaceId)
    .where('removedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .execute()
  return new Map([
    ...members.map(member => [member.name.toLowerCase(), member.id] as const),
    ...members.map(member => [member.email.toLowerCase(), member.id] as const),
  ])
}

/** Whether this is a member of the workspace now. */
export async function isMemberId(db: Db, workspaceId: WorkspaceId, id: string): Promise<boolean> {
  const member = await db
    .selectFrom('members')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return member !== undefined
}
