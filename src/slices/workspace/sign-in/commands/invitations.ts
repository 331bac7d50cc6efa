import { within, type App } from '../../../../platform/context.ts'
import { AppError, invalidField } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { audit } from '../../../../platform/audit/audit.ts'
import { passwordLength } from '../../../../platform/auth/auth-settings.ts'
import { wrongCredentials } from '../../../../platform/auth/call-auth.ts'
import { createUser, isPasswordOf } from '../../../../platform/auth/users.ts'
import { inTransaction, type Db } from '../../../../platform/db/database.ts'
import { record } from '../../../../platform/events/record.ts'
import { memberEvents } from '../../members/events.ts'
import { getOpenInvitation, insertMember, isMember, takeInvitation } from '../../members/public.ts'
import { joinTeams } from '../../teams/public.ts'
import { countAttempt } from '../attempts.ts'
import { auditorOf } from '../audit-sign-in.ts'
import type { Browser } from '../person.ts'
import type { Acceptance } from '../schema.ts'
import { startSession } from './sign-in.ts'
import { findUser } from '../../../../platform/auth/users.ts'

const words = defineMessages('sign-in.invitations', {
  ownName: 'Tell your colleagues your name.',
  shortPassword: 'Use at least {least} characters.',
  belongsAlready: 'You belong to this workspace already. Sign in.',
})

export async function getInvitation(app: App, { request }: Browser, token: string) {
  const forgive = countAttempt(app, 'link', `invitation ${request.ip}`, request)
  const invitation = await getOpenInvitation(app.db, token, app.clock.now())
  forgive()
  const { workspaceName, email, role, invitedBy } = invitation
  return { workspaceName, email, role, invitedBy, hasAccount: (await findUser(app.db, email)) !== undefined }
}

/**
 * Joins the workspace and signs in. A person who has an account already proves it with their password, and with their
 * second factor before the session starts.
 */
export async function acceptInvitation(
  app: App,
  browser: Browser,
  token: string,
  body: Acceptance,
): Promise<{ twoFactorRequired: boolean }> {
  const forgive = countAttempt(app, 'link', `invitation ${browser.request.ip}`, browser.request)
  const invitation = await getOpenInvitation(app.db, token, app.clock.now())
  forgive()
  const user = await findUser(app.db, invitation.email)
  if (user) {
    const forgivePassword = countAttempt(app, 'password', invitation.email, browser.request)
    if (!(await isPasswordOf(app.db, user.id, body.password))) throw wrongCredentials()
    forgivePassword()
  } else {
    if (body.name === undefined) throw invalidField('name', say(words, 'ownName'))
    if (body.password.length < passwordLength.min)
      throw invalidField('password', say(words, 'shortPassword', { least: passwordLength.min }))
  }
  await inTransaction(app, ({ db }) => join(app, db, browser, token, body, user))
  return startSession(
    app,
    browser,
    { email: invitation.email, password: body.password },
    'invitation',
    undefined,
    invitation.workspaceId,
  )
}

async function join(
  app: App,
  tx: Db,
  { request }: Browser,
  token: string,
  body: Acceptance,
  user: { id: string; name: string } | undefined,
): Promise<void> {
  const now = app.clock.now()
  const invitation = await takeInvitation(tx, token, now)
  const { workspaceId, email, role } = invitation
  const tenant = { db: tx, workspaceId }
  if (await isMember(tenant, email)) throw new AppError('conflict', say(words, 'belongsAlready'))
  const name = body.name ?? user!.name
  const userId = user?.id ?? (await createUser(tx, { name, email, password: body.password }))
  const memberId = await insertMember(
    tenant,
    { userId, name, email, role, locale: body.locale, timeZone: body.timeZone },
    now,
  )
  await joinTeams(tenant, memberId, invitation.teamIds)

  const auditor = auditorOf(app, { workspaceId, memberId }, request)
  const actor = { kind: 'member', memberId }
  await record({ ...tenant, actor, now: () => now }, [
    memberEvents.joined({ id: memberId }, { role, invitedBy: invitation.invitedById }),
  ])
  await audit(within(auditor, tx), {
    action: 'member.joined',
    subjectId: memberId,
    detail: { role, invitationId: invitation.id },
  })
}
