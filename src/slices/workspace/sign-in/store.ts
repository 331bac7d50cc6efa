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

/** Signs the person out there, or everywhere but there; answers how many sessions it ended. */
export async function deleteSessions(db: Db, userId: string, at: '=' | '!=', sessionId: string): Promise<number> {
  const sessions = db.deleteFrom('sessions').where('userId', '=', userId).where('id', at, sessionId)
  const { numDeletedRows } = await sessions.executeTakeFirst()
  rightsChanged(db)
  return Number(numDeletedRows)
}
