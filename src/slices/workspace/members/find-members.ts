import { sql } from 'kysely'
import type { Role } from '../../../kernel/permissions.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import { findRows } from '../../../platform/db/row.ts'

/** Ids of the members by what people call them: e-mail and name, in lower case. */
export async function findMembersByName(tenant: Tenant): Promise<ReadonlyMap<string, string>> {
  const newestFirst = sql`order by created_at desc`
  const members = await findRows(tenant, 'members', ['id', 'email', 'name'], { removedAt: null }, newestFirst)
  return new Map([
    ...members.map(member => [member.name.toLowerCase(), member.id] as const),
    ...members.map(member => [member.email.toLowerCase(), member.id] as const),
  ])
}

/** Ids of the members with one of these roles. */
export async function listMembersWith(tenant: Tenant, roles: readonly Role[]): Promise<string[]> {
  const found = await findRows(tenant, 'members', ['id'], { role: roles, removedAt: null })
  return found.map(({ id }) => id)
}

/** All who belong to the workspace or did. */
export function listPeople(tenant: Tenant): Promise<{ name: string; email: string; role: string }[]> {
  return findRows(tenant, 'members', ['name', 'email', 'role'], {})
}
