import { AppError, defineAbsence } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { audit } from '../../../../platform/audit/audit.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { hashKey, randomKey } from '../../../../platform/crypto/hash.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { insertRow, updateRows } from '../../../../platform/db/row.ts'
import { record } from '../../../../platform/events/record.ts'
import { queueMail } from '../../../../platform/mail/outgoing-mail.ts'
import { requireTeams } from '../../teams/public.ts'
import { invitationEvents } from '../events.ts'
import { invitationMail } from '../mails.ts'
import { requireMayGive } from '../policy.ts'
import type { InvitationInput } from '../schema.ts'
import { isMember, lockInvitation, setInvitationHash } from '../store.ts'
import { lockWorkspace } from '../../../../platform/workspaces.ts'

const words = defineMessages('members.invite', {
  memberAlready: '{email} belongs to this workspace already.',
  invitedAlready: '{email} is invited already. Send that invitation again instead.',
})
const noInvitation = defineAbsence('members.no-invitation', 'invitation')

const days = 7

export async function inviteMember(ctx: Ctx, { email, role, teamIds }: InvitationInput): Promise<string> {
  requireMayGive(ctx.actor, role)
  return inTransaction(ctx, async ctx => {
    // Two invitations of one person at once take turns.
    await lockWorkspace(ctx)
    await requireTeams(ctx, teamIds)
    if (await isMember(ctx, email)) throw new AppError('conflict', say(words, 'memberAlready', { email }))
    if (await lockInvitation(ctx, { email })) throw new AppError('conflict', say(words, 'invitedAlready', { email }))
    const id = newId(ctx.now().getTime())
    const invitation = { id, email, role, teamIds, invitedBy: ctx.actor.memberId!, expiresAt: expiry(ctx) }
    await insertRow(ctx, 'invitations', { ...invitation, createdAt: ctx.now() })
    await sendLink(ctx, { id, email })
    await record(ctx, [invitationEvents.invited({ id }, { email, role })])
    await audit(ctx, { action: 'member.invited', subjectType: 'invitation', subjectId: id, detail: { role } })
    return id
  })
}

/** Sends a new link; the one before stops working. */
export async function renewInvitation(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const invitation = await requireOpen(ctx, id)
    requireMayGive(ctx.actor, invitation.role)
    await updateRows(ctx, 'invitations', id, { expiresAt: expiry(ctx) })
    await sendLink(ctx, invitation)
    await audit(ctx, { action: 'invitation.renewed', subjectId: id })
  })
}

export async function revokeInvitation(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx, async ctx => {
    await requireOpen(ctx, id)
    await updateRows(ctx, 'invitations', id, { revokedAt: ctx.now() })
    await setInvitationHash(ctx, id, null)
    await audit(ctx, { action: 'invitation.revoked', subjectId: id })
  })
}

async function requireOpen(ctx: Ctx, id: string) {
  return noInvitation.unless(await lockInvitation(ctx, { id }))
}

async function sendLink(ctx: Ctx, { id, email }: { id: string; email: string }): Promise<void> {
  const token = randomKey()
  await setInvitationHash(ctx, id, hashKey(token))
  const link = `${ctx.app.config.origin}/invitation/${token}`
  const { name: workspace, locale } = ctx.workspace
  await queueMail(ctx, invitationMail(email, locale, { inviter: ctx.actor.name, workspace, link, days }))
}

function expiry(ctx: Ctx): Date {
  return new Date(ctx.now().getTime() + days * 24 * 3600 * 1000)
}
