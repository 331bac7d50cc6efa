import { invalidField } from '../../../../kernel/errors.ts'
import { defineText } from '../../../../kernel/messages.ts'
import { audit } from '../../../../platform/audit/audit.ts'
import { authOf } from '../../../../platform/auth/auth-of.ts'
import { callAuth, withOurErrors } from '../../../../platform/auth/call-auth.ts'
import { listMemberships } from '../../../../platform/auth/memberships.ts'
import { dropChallenges, isPasswordOf } from '../../../../platform/auth/users.ts'
import type { App, Ctx } from '../../../../platform/context.ts'
import { addJob } from '../../../../platform/jobs/add-job.ts'
import { countAttempt } from '../attempts.ts'
import { auditorOf } from '../audit-sign-in.ts'
import { signedInPerson, type Browser } from '../person.ts'
import { moveSession } from '../store.ts'

const wrongCurrentPassword = defineText('sign-in.passwords.wrongCurrentPassword', 'This is not your current password.')

export async function requestPasswordReset(app: App, { request }: Browser, email: string): Promise<void> {
  countAttempt(app, 'reset', email, request)
  await addJob(app, 'sign-in.send-reset', { email }, { maxAttempts: 5 })
}

export async function resetPassword(app: App, { request }: Browser, token: string, password: string): Promise<void> {
  const forgive = countAttempt(app, 'link', `reset ${request.ip}`, request)
  const userId = await withOurErrors((await authOf(app)).resetPassword(token, password))
  forgive()
  await dropChallenges(app.db, userId)
  for (const member of await listMemberships(app.db, { userId })) {
    await audit(auditorOf(app, member, request), {
      action: 'member.password-reset',
      subjectId: member.memberId,
    })
  }
}

/** All other devices are signed out; this one goes on with a new session. */
export async function changePassword(
  ctx: Ctx,
  browser: Browser,
  body: { password: string; newPassword: string },
): Promise<void> {
  const { userId, memberId } = signedInPerson(ctx)
  const forgive = countAttempt(ctx.app, 'password', userId, browser.request)
  const change = { currentPassword: body.password, newPassword: body.newPassword, revokeOtherSessions: true }
  const { token } = await callAuth(ctx.app, browser, (api, sent) => api.changePassword({ body: change, ...sent }))
  forgive()
  await moveSession(ctx.db, { token: token! }, ctx.workspaceId)
  await dropChallenges(ctx.db, userId)
  await audit(ctx, { action: 'member.password-changed', subjectId: memberId })
}

/** For what a borrowed, unlocked screen must not be enough for. */
export async function requirePassword(ctx: Ctx, { request }: Browser, password: string): Promise<void> {
  const { userId } = signedInPerson(ctx)
  const forgive = countAttempt(ctx.app, 'password', userId, request)
  if (!(await isPasswordOf(ctx.app.db, userId, password))) throw invalidField('password', wrongCurrentPassword)
  forgive()
}
