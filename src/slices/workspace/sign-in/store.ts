import { listMemberships, type Membership } from '../../../platform/auth/memberships.ts'
import { rightsChanged } from '../../../platform/auth/rights.ts'
import type { Db } from '../../../platform/db/database.ts'

export type SessionMember = Pick<Membership, 'workspaceId' | 'memberId'>

/** The workspace and member of the session with this token. */
export async function findSessionMember(db: Db, token: string): Promise<SessionMember | undefined> {
  const sessions = db.selectFrom('sessions').select(['userId', 'workspaceId']).where('token', '=', token)
  const session = await sessions.executeTakeFirst()
  if (!session) return undefined
  return (await listMemberships(db, session)).find(({ workspaceId }) => workspaceId === session.workspaceId)
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
