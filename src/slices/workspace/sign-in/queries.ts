import { sql } from 'kysely'
import { defineAbsence } from '../../../kernel/errors.ts'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Role } from '../../../kernel/permissions.ts'
import { listMemberships } from '../../../platform/auth/memberships.ts'
import { can, type Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/db/database.ts'
import type { SignedInPerson } from './person.ts'
import type { Device, Passkey, Session } from './schema.ts'
import { findMember } from '../members/public.ts'

export const noPasskey = defineAbsence('sign-in.no-passkey', 'passkey')

export async function getSession(ctx: Ctx): Promise<Session> {
  const { actor, workspaceId, app } = ctx
  const member = (await findMember(ctx, actor.memberId!))!
  const user = actor.userId === null ? null : await findAccount(ctx.db, actor.userId)
  return {
    user,
    member: { ...member, role: member.role as Role, teamIds: actor.teamIds },
    permissions: [...app.permissions.keys()].filter(permission => can(ctx, permission)),
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

export async function listDevices(ctx: Ctx, { userId, sessionId }: SignedInPerson): Promise<Device[]> {
  const { rows } = await sql<Device>`
    select s.id, s.user_agent, nullif(s.ip_address, '') as address, s.created_at, s.updated_at as last_used_at,
      s.id = ${sessionId} as is_current
    from sessions s where s.user_id = ${userId} and s.expires_at > ${ctx.now()}
    order by s.updated_at desc limit 200`.execute(ctx.db)
  return rows
}

export async function listPasskeys(db: Db, userId: string): Promise<Passkey[]> {
  const { rows } = await sql<Passkey>`
    select p.id, coalesce(p.name, 'Passkey') as name, p.created_at from passkeys p
    where p.user_id = ${userId} order by p.created_at`.execute(db)
  return rows
}

export async function getPasskey(db: Db, userId: string, id: string): Promise<Passkey> {
  return noPasskey.unless((await listPasskeys(db, userId)).find(passkey => passkey.id === id))
}
