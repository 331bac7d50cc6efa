import type { Membership } from '../../../platform/auth/memberships.ts'
import { rightsChanged } from '../../../platform/auth/rights.ts'
import type { Db } from '../../../platform/db/database.ts'

export type SessionMember = Pick<Membership, 'workspaceId' | 'memberId'>

/** The workspace and member of the session with this token. */
export async function findSessionMember(db: Db, token: string): Promise<SessionMember | undefined> {
  const row = await db
    .selectFrom('sessions as s')
    .innerJoin('members as m', join =>
      join.onRef('m.workspaceId', '=', 's.workspaceId').onRef('m.userId', '=', 's.userId'),
    )
    .select(['m.workspaceId', 'm.id as memberId'])
    .where('s.token', '=', token)
    .where('m.removedAt', 'is', null)
    .executeTakeFirst()
  return row as SessionMember | undefined
}

export async function moveSession(db: Db, by: { id: string } | { token: string }, workspaceId: string): Promise<void> {
  const [column, value] = 'id' in by ? (['id', by.id] as const) : (['token', by.token] as const)
  await db.updateTable('sessions').set({ workspaceId }).where(column, '=', value).execute()
  rightsChanged(db)
}

export async function deleteSession(db: Db, userId: string, sessionId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('sessions')
    .where('userId', '=', userId)
    .where('id', '=', sessionId)
    .executeTakeFirst()
  rightsChanged(db)
  return numDeletedRows === 1n
}

export async function deleteOtherSessions(db: Db, userId: string, sessionId: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('sessions')
    .where('userId', '=', userId)
    .where('id', '!=', sessionId)
    .executeTakeFirst()
  rightsChanged(db)
  return Number(numDeletedRows)
}

export async function findUser(db: Db, email: string): Promise<{ id: string; name: string } | undefined> {
  return db.selectFrom('users').select(['id', 'name']).where('email', '=', email).executeTakeFirst()
}
