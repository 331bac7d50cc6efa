import { audit } from '../../../../platform/audit/audit.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { record } from '../../../../platform/events/record.ts'
import { isAtLeast, roles, type Role } from '../../../../kernel/permissions.ts'
import { setTeamsOf } from '../../teams/public.ts'
import { memberEvents } from '../events.ts'
import { requireMayChangeRole, requireMayManage, requireOwnerLeft } from '../policy.ts'
import type { MemberPatch } from '../schema.ts'
import { lockMember, lockOwners, revokeInvitationsOf, updateMember } from '../store.ts'

export async function changeMember(ctx: Ctx, id: string, { teamIds, ...changes }: MemberPatch): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const member = await lockMember(ctx, id)
    requireMayManage(ctx.actor, member)
    await updateMember(ctx, id, changes, ctx.now())
    if (teamIds) await setTeamsOf(ctx, id, teamIds)
    await record(ctx, [memberEvents.changed({ id })])
    await audit(ctx, {
      action: 'member.changed',
      subjectId: id,
      detail: { fields: Object.keys(changes), ...(teamIds ? { teamIds } : {}) },
    })
  })
}

export async function changeRole(ctx: Ctx, id: string, role: Role): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const owners = await lockOwners(ctx)
    const member = await lockMember(ctx, id)
    requireMayChangeRole(ctx.actor, member, role)
    if (role === member.role) return
    if (role !== 'owner') requireOwnerLeft(owners, member)
    await updateMember(ctx, id, { role }, ctx.now())
    const above = roles.filter(given => !isAtLeast(role, given))
    await revokeInvitationsOf(ctx, id, above, ctx.now())
    const data = { before: member.role, after: role }
    await record(ctx, [memberEvents.roleChanged({ id }, data)])
    await audit(ctx, { action: 'member.role-changed', subjectId: id, detail: data })
  })
}
