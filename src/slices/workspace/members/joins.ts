import { sql, type RawBuilder } from 'kysely'
import type { Tenant } from '../../../platform/db/database.ts'
import { joinById, nameById } from '../../../platform/db/join.ts'
import { findRow } from '../../../platform/db/row.ts'

/** Joins as `as` the member whose id is in the column `of`, whether they still belong to the workspace or not. */
export function joinMember(of: string, as = 'm'): RawBuilder<unknown> {
  return joinById('members', of, as)
}

const profile = ['id', 'name', 'email', 'role', 'jobTitle', 'locale', 'timeZone', 'avatarFileId'] as const

/** A member who belongs to the workspace now. */
export function findMember(tenant: Tenant, id: string) {
  return findRow(tenant, 'members', profile, { id, removedAt: null })
}

/** The file with the picture of somebody who belongs to the workspace or did; locked in a transaction. */
export async function findAvatar(tenant: Tenant, id: string): Promise<string | null> {
  const lock = tenant.db.isTransaction ? sql`for update` : sql``
  return (await findRow(tenant, 'members', ['avatarFileId'], id, lock))?.avatarFileId ?? null
}

/** The name of the member whose id is in the column `of`. */
export function memberName(of: string): RawBuilder<string | null> {
  return nameById('members', of)
}
