import { defineAbsence } from '../../../../kernel/errors.ts'
import { audit } from '../../../../platform/audit/audit.ts'
import { sessionSeconds } from '../../../../platform/auth/auth-settings.ts'
import { callAuth } from '../../../../platform/auth/call-auth.ts'
import { findCookie, sessionCookieName } from '../../../../platform/auth/cookies.ts'
import { listMemberships } from '../../../../platform/auth/memberships.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { noWorkspace } from '../../../../platform/workspaces.ts'
import { signedInPerson, type Browser } from '../person.ts'
import { deleteSessions, moveSession } from '../store.ts'

const noSession = defineAbsence('sign-in.no-session', 'session')

export async function signOut(ctx: Ctx, browser: Browser): Promise<void> {
  const { memberId } = signedInPerson(ctx)
  await callAuth(ctx.app, browser, (api, sent) => api.signOut(sent))
  await audit(ctx, { action: 'member.signed-out', subjectId: memberId })
}

export async function endSession(ctx: Ctx, sessionId: string): Promise<void> {
  const { userId, memberId } = signedInPerson(ctx)
  if ((await deleteSessions(ctx.db, userId, '=', sessionId)) === 0) throw noSession()
  await audit(ctx, { action: 'member.session-ended', subjectId: memberId })
}

export async function endOtherSessions(ctx: Ctx): Promise<number> {
  const { userId, sessionId, memberId } = signedInPerson(ctx)
  const count = await deleteSessions(ctx.db, userId, '!=', sessionId)
  if (count > 0) await audit(ctx, { action: 'member.session-ended', subjectId: memberId, detail: { count } })
  return count
}

export async function changeWorkspace(ctx: Ctx, workspaceId: string): Promise<void> {
  const { userId, sessionId } = signedInPerson(ctx)
  const memberships = await listMemberships(ctx.db, { userId })
  if (!memberships.some(membership => membership.workspaceId === workspaceId)) throw noWorkspace()
  await moveSession(ctx.db, { id: sessionId }, workspaceId)
}

/** Gives the browser its cookie again with a full life, as the session's own expiry slides on the server. */
export function renewCookie(ctx: Ctx, { request, reply }: Browser): void {
  const name = sessionCookieName(ctx.app.config.origin)
  const value = findCookie(request.headers.cookie ?? '', name)
  if (ctx.actor.sessionId === null || value === undefined) return
  const secure = name.startsWith('__Secure-') ? '; Secure' : ''
  reply.header('set-cookie', `${name}=${value}; Max-Age=${sessionSeconds}; Path=/; HttpOnly; SameSite=Lax${secure}`)
}
