import { notFound } from '../../../kernel/errors.ts'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { isAtLeast, type Role } from '../../../kernel/permissions.ts'
import { listMemberships } from '../../../platform/auth/memberships.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/db/database.ts'
import type { Person } from './person.ts'
import type { Device, Passkey, Session } from './schema.ts'
import { findMember } from '../members/public.ts'

const words = defineMessages('sign-in.queries', {
  noPasskey: 'There is no such passkey, or you may not see it.',
})

export async function getSession(ctx: Ctx): Promise<Session> {
  const { actor, workspaceId, app } = ctx
  const member = (await findMember(ctx.db, workspaceId, actor.memberId!))!
  const user = actor.userId === null ? null : await findAccount(ctx.db, actor.userId)
  const mayDo = (least: Role, permission: string) =>
    actor.scopes ? actor.scopes.has(permission) : isAtLeast(actor.role, least)
  return {
    user,
    member: { ...member, role: member.role as Role, teamIds: actor.teamIds },
    permissions: [...app.permissions]
      .filter(([permission, least]) => mayDo(least, permission))
      .map(([permission]) => permission),
    recordRule: actor.recordRule,
    workspace: { id: workspaceId, ...ctx.workspace },
    otherWorkspaces: actor.userId === null ? [] : await listOtherWorkspaces(ctx.db, actor.userId, workspaceId),
  }
}

async function findAccount(db: Db, userId: string): Promise<Session['user']> {
  const user = await db
    .selectFrom('users')
    .select(['id', 'email', 'twoFactorEnabled as isTwoFactorOn'])
    .where('id', '=', userId)
    .executeTakeFirst()
  return user ?? null
}

async function listOtherWorkspaces(
  db: Db,
  userId: string,
  workspaceId: WorkspaceId,
): Promise<{ id: string; name: string }[]> {
  const others = (await listMemberships(db, { userId })).filter(membership => membership.workspaceId !== workspaceId)
  return others
    .map(({ workspaceId: id, workspaceName: name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name))
}

export async function listDevices(ctx: Ctx, { userId, sessionId }: Person): Promise<Device[]> {
  const rows = await ctx.db
    .selectFrom('sessions')
    .select(['id', 'userAgent', 'ipAddress as address', 'createdAt', 'updatedAt'])
    .where('userId', '=', userId)
    .where('expiresAt', '>', ctx.now())
    .orderBy('updatedAt', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ createdAt, updatedAt, address, ...row }) => ({
    ...row,
    address: address || null,
    createdAt: createdAt.toISOString(),
    lastUsedAt: updatedAt.toISOString(),
    isCurrent: row.id === sessionId,
  }))
}

export async function listPasskeys(db: Db, userId: string): Promise<Passkey[]> {
  const rows = await db
    .selectFrom('passkeys')
    .select(['id', 'name', 'createdAt'])
    .where('userId', '=', userId)
    .orderBy('createdAt')
    .execute()
  return rows.map(row => ({ id: row.id, name: row.name ?? 'Passkey', createdAt: row.createdAt.toISOString() }))
}

export async function getPasskey(db: Db, userId: string, id: string): Promise<Passkey> {
  const found = (await listPasskeys(db, userId)).find(passkey => passkey.id === id)
  if (!found) throw notFound(say(words, 'noPasskey'))
  return found
}
