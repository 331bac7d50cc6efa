import { CompiledQuery } from 'kysely'
import type { WorkspaceId } from '../../kernel/ids.ts'
import type { App } from '../context.ts'
import type { Authentication } from '../http/authentication.ts'
import { authSecret } from './auth-of.ts'
import { sessionSeconds } from './auth-settings.ts'
import { findCookie, readSignedToken, sessionCookieName } from './cookies.ts'
import { actorColumns, type ActorRow, toActor, toWorkspace } from './actor-row.ts'

interface SessionRow extends ActorRow {
  session_id: string
  user_id: string
  expires_at: Date
}

const query = `select s.id as session_id, s.user_id, s.expires_at, ${actorColumns}
  from (select id, user_id, workspace_id, expires_at from sessions where token = $1 and expires_at > $2 limit 1) s
  join workspaces w on w.id = s.workspace_id
  join members m on m.workspace_id = s.workspace_id and m.user_id = s.user_id and m.removed_at is null`

const refreshAfter = 24 * 3600 * 1000

/**
 * The member whose session cookie this is, or null. One statement; a removed member, a revoked or an expired session
 * finds no row. The expiry moves at most once a day, so that reading does not write.
 */
export async function readSession(
  app: App,
  cookieHeader: string | undefined,
  now: Date,
): Promise<Authentication | null> {
  const cookie = cookieHeader && findCookie(cookieHeader, sessionCookieName(app.config.origin))
  const token = cookie && readSignedToken(cookie, authSecret(app))
  if (!token) return null
  const { rows } = await app.db
    .withoutPlugins()
    .executeQuery(CompiledQuery.raw(query, [token, now]) as CompiledQuery<SessionRow>)
  const row = rows[0]
  if (row === undefined) return null
  const expiresAt = now.getTime() + sessionSeconds * 1000
  if (expiresAt - row.expires_at.getTime() > refreshAfter) {
    await app.db
      .updateTable('sessions')
      .set({ expiresAt: new Date(expiresAt), updatedAt: now })
      .where('id', '=', row.session_id)
      .execute()
  }
  const actor = {
    ...toActor(row),
    kind: 'member' as const,
    id: row.member_id,
    userId: row.user_id,
    sessionId: row.session_id,
    scopes: null,
  }
  return { workspaceId: row.workspace_id as WorkspaceId, workspace: toWorkspace(row), actor }
}
