import { sql } from 'kysely'
import { defineAbsence } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Role } from '../../../kernel/permissions.ts'
import { rightsChanged } from '../../../platform/auth/rights.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import {
  deleteRows,
  findRow,
  findRows,
  insertRow,
  updateRows,
  type Changes,
  type NewRow,
} from '../../../platform/db/row.ts'

export const noMember = defineAbsence('members.no-member', 'member')

/** The active member, locked. */
export async function lockMember(tenant: Tenant, id: string) {
  const columns = ['id', 'userId', 'role', 'email'] as const
  const row = noMember.unless(await findRow(tenant, 'members', columns, { id, removedAt: null }, sql`for update`))
  return { ...row, role: row.role as Role }
}

/** Ids of all owners, locked in one order so that two of them cannot take each other's role away at once. */
export async function lockOwners(tenant: Tenant): Promise<string[]> {
  const owners = { role: 'owner', removedAt: null }
  const rows = await findRows(tenant, 'members', ['id'], owners, sql`order by id for update`)
  return rows.map(row => row.id)
}

export async function updateMember(
  tenant: Tenant,
  id: string,
  changes: Changes<'members'>,
  updatedAt: Date,
): Promise<void> {
  await updateRows(tenant, 'members', id, { ...changes, updatedAt })
  rightsChanged(tenant.db)
}

type NewMember = Omit<NewRow<'members'>, 'id' | 'createdAt' | 'updatedAt'>

export async function insertMember(tenant: Tenant, member: NewMember, at: Date): Promise<string> {
  const id = newId(at.getTime())
  await insertRow(tenant, 'members', { ...member, id, createdAt: at, updatedAt: at })
  return id
}

export async function isMember(tenant: Tenant, email: string): Promise<boolean> {
  const found = await findRow(tenant, 'members', ['id'], { removedAt: null }, sql`and lower(email) = ${email}`)
  return found !== undefined
}

/** Makes `hash` the only one that opens the invitation. */
export async function setInvitationHash(tenant: Tenant, invitationId: string, hash: Buffer | null): Promise<void> {
  await deleteRows(tenant, 'invitationHashes', { invitationId })
  if (hash) await insertRow(tenant, 'invitationHashes', { hash, invitationId })
}

const isOpen = { acceptedAt: null, revokedAt: null }

/** Withdraws the open invitations of a member to any of `roles`: nobody comes in by a right its giver has lost. */
export async function revokeInvitationsOf(
  tenant: Tenant,
  memberId: string,
  roles: readonly Role[],
  at: Date,
): Promise<void> {
  const given = await findRows(tenant, 'invitations', ['id'], { ...isOpen, invitedBy: memberId, role: roles })
  const ids = given.map(({ id }) => id)
  await updateRows(tenant, 'invitations', { id: ids }, { revokedAt: at })
  await deleteRows(tenant, 'invitationHashes', { invitationId: ids })
}

/** The invitation that was neither accepted nor withdrawn, locked. */
export async function lockInvitation(tenant: Tenant, by: { id: string } | { email: string }) {
  const row = await findRow(tenant, 'invitations', ['id', 'email', 'role'], { ...by, ...isOpen }, sql`for update`)
  return row as { id: string; email: string; role: Role } | undefined
}
