import { notFound } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { Role } from '../../../kernel/permissions.ts'
import { rightsChanged } from '../../../platform/auth/rights.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import { isRow } from '../../../platform/db/row.ts'

const words = defineMessages('members.store', {
  noMember: 'There is no such member, or you may not see it.',
})
export const noMember = () => notFound(say(words, 'noMember'))

export interface StoredMember {
  id: string
  userId: string | null
  role: Role
  email: string
}

/** The active member, locked. */
export async function lockMember({ db, workspaceId }: Tenant, id: string): Promise<StoredMember> {
  const row = await db
    .selectFrom('members')
    .select(['id', 'userId', 'role', 'email'])
    .where(isRow(workspaceId, id))
    .where('removedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw noMember()
  return row as StoredMember
}

/** Ids of all owners, locked in one order so that two of them cannot take each other's role away at once. */
export async function lockOwners({ db, workspaceId }: Tenant): Promise<string[]> {
  const rows = await db
    .selectFrom('members')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('role', '=', 'owner')
    .where('removedAt', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(row => row.id)
}

export interface MemberChanges {
  name?: string | undefined
  jobTitle?: string | null | undefined
  locale?: string | null | undefined
  timeZone?: string | null | undefined
  avatarFileId?: string | null
  role?: Role
  removedAt?: Date
}

export async function updateMember(
  { db, workspaceId }: Tenant,
  id: string,
  changes: MemberChanges,
  at: Date,
): Promise<void> {
  await db
    .updateTable('members')
    .set({ ...changes, updatedAt: at })
    .where(isRow(workspaceId, id))
    .execute()
  rightsChanged(db)
}

export interface NewMember {
  userId: string
  name: string
  email: string
  role: Role
  locale?: string | null | undefined
  timeZone?: string | null | undefined
}

export async function insertMember(
  { db, workspaceId }: Tenant,
  { userId, name, email, role, locale = null, timeZone = null }: NewMember,
  at: Date,
): Promise<string> {
  const id = newId(at.getTime())
  await db
    .insertInto('members')
    .values({ workspaceId, id, userId, name, email, role, locale, timeZone, createdAt: at, updatedAt: at })
    .execute()
  return id
}

export async function isMember({ db, workspaceId }: Tenant, email: string): Promise<boolean> {
  const row = await db
    .selectFrom('members')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where(({ fn }) => fn<string>('lower', ['email']), '=', email)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

export interface NewInvitation {
  email: string
  role: Role
  teamIds: string[]
  invitedBy: string
  expiresAt: Date
}

export async function insertInvitation(
  { db, workspaceId }: Tenant,
  invitation: NewInvitation,
  at: Date,
): Promise<string> {
  const id = newId(at.getTime())
  await db
    .insertInto('invitations')
    .values({ workspaceId, id, ...invitation, createdAt: at })
    .execute()
  return id
}

/** Makes `hash` the only one that opens the invitation. */
export async function setInvitationHash(
  { db, workspaceId }: Tenant,
  invitationId: string,
  hash: Buffer | null,
): Promise<void> {
  await db
    .deleteFrom('invitationHashes')
    .where('workspaceId', '=', workspaceId)
    .where('invitationId', '=', invitationId)
    .execute()
  if (hash) await db.insertInto('invitationHashes').values({ hash, workspaceId, invitationId }).execute()
}

/** Withdraws the open invitations of a member to any of `roles`: nobody comes in by a right its giver has lost. */
export async function revokeInvitationsOf(
  tenant: Tenant,
  memberId: string,
  roles: readonly Role[],
  at: Date,
): Promise<void> {
  if (roles.length === 0) return
  const revoked = await tenant.db
    .updateTable('invitations')
    .set({ revokedAt: at })
    .where('workspaceId', '=', tenant.workspaceId)
    .where('invitedBy', '=', memberId)
    .where('role', 'in', roles)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .returning('id')
    .execute()
  for (const { id } of revoked) await setInvitationHash(tenant, id, null)
}

/** The invitation that was neither accepted nor withdrawn, locked. */
export async function lockInvitation(
  { db, workspaceId }: Tenant,
  by: { id: string } | { email: string },
): Promise<{ id: string; email: string; role: Role } | undefined> {
  const row = await db
    .selectFrom('invitations')
    .select(['id', 'email', 'role'])
    .where('workspaceId', '=', workspaceId)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .$if('id' in by, query => query.where('id', '=', (by as { id: string }).id))
    .$if('email' in by, query => query.where('email', '=', (by as { email: string }).email))
    .forUpdate()
    .executeTakeFirst()
  return row as { id: string; email: string; role: Role } | undefined
}
