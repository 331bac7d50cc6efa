import { AppError, invalidField } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { roles } from '../../../../kernel/permissions.ts'
import { audit } from '../../../../platform/audit/audit.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { tellLive } from '../../../../platform/events/live.ts'
import { record } from '../../../../platform/events/record.ts'
import { endSessions } from '../../../../platform/auth/users.ts'
import { revokeKeysOf } from '../../api-keys/public.ts'
import { setTeamsOf } from '../../teams/public.ts'
import { memberEvents } from '../events.ts'
import { requireMayManage, requireOwnerLeft } from '../policy.ts'
import { lockMember, lockOwners, revokeInvitationsOf, updateMember } from '../store.ts'

const words = defineMessages('members.remove-member', {
  anotherHeir: 'Choose another member than the one you remove.',
  noHeir: 'The member who should take over does not exist. Nothing was changed.',
})

/**
 * Shuts the member out at once: sessions, API keys, live screens, invitations they gave. What they own is handed over by the slices that own
 * the records, when they hear of it.
 */
export async function removeMember(ctx: Ctx, id: string, reassignTo: string | null): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const owners = await lockOwners(ctx)
    const member = await lockMember(ctx, id)
    requireMayManage(ctx.actor, member)
    requireOwnerLeft(owners, member)
    if (reassignTo === id) throw invalidField('reassignTo', say(words, 'anotherHeir'))
    if (reassignTo !== null) await requireHeir(() => lockMember(ctx, reassignTo))
    const now = ctx.now()
    await updateMember(ctx, id, { removedAt: now }, now)
    await setTeamsOf(ctx, id, [])
    if (member.userId) await endSessions(ctx.db, member.userId, ctx.workspaceId)
    await revokeKeysOf(ctx, id, now)
    await revokeInvitationsOf(ctx, id, roles, now)
    await record(ctx, [memberEvents.removed({ id }, { reassignTo })])
    await audit(ctx, { action: 'member.removed', subjectId: id, detail: { role: member.role, reassignTo } })
    await tellLive(ctx, ['member.removed'], [id])
  })
}

async function requireHeir(load: () => Promise<unknown>): Promise<void> {
  try {
    await load()
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found')
      throw new AppError('unprocessable', say(words, 'noHeir'))
    throw error
  }
}
