import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/database.ts'

export interface Membership {
  workspaceId: WorkspaceId
  memberId: string
}

/** All workspaces a person belongs to. */
export async function findMemberships(db: Db, by: { userId: string } | { email: string }): Promise<Membership[]> {
  const rows = await db
    .selectFrom('workspaces as w')
    .innerJoin('members as m', 'm.workspaceId', 'w.id')
    .innerJoin('users as u', 'u.id', 'm.userId')
    .select(['w.id as workspaceId', 'm.id as memberId'])
    .where('m.removedAt', 'is', null)
    .$if('userId' in by, query => query.where('u.id', '=', (by as { userId: string }).userId))
    .$if('email' in by, query => query.where('u.email', '=', (by as { email: string }).email))
    .orderBy('m.createdAt')
    .execute()
  return rows as Membership[]
}

/** The workspace and member of the session with this token. */
export async function findSessionMember(db: Db, token: string): Promise<Membership | undefined> {
  const row = await db
    .selectFrom('sessions as s')
    .innerJoin('members as m', join =>
      join.onRef('m.workspaceId', '=', 's.workspaceId').onRef('m.userId', '=', 's.userId'),
    )
    .select(['m.workspaceId', 'm.id as memberId'])
    .where('s.token', '=', token)
    .where('m.removedAt', 'is', null)
    .executeTakeFirst()
  return row as Membership | undefined
}

export async function moveSession(db: Db, by: { id: string } | { token: string }, workspaceId: string): Promise<void> {
  const [column, value] = 'id' in by ? (['id', by.id] as const) : (['token', by.token] as const)
  await db.updateTable('sessions').set({ workspaceId }).where(column, '=', value).execute()
}

export async function deleteSession(db: Db, userId: string, sessionId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('sessions')
    .where('userId', '=', userId)
    .where('id', '=', sessionId)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

export async function deleteOtherSessions(db: Db, userId: string, sessionId: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('sessions')
    .where('userId', '=', userId)
    .where('id', '!=', sessionId)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

export async function findUser(db: Db, email: string): Promise<{ id: string; name: string } | undefined> {
  return db.selectFrom('users').select(['id', 'name']).where('email', '=', email).executeTakeFirst()
}
