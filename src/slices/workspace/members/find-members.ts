import type { Role } from '../../../kernel/permissions.ts'
import type { Tenant } from '../../../platform/db/database.ts'

/** Ids of the members by what people call them: e-mail and name, in lower case. */
export async function findMembersByName({ db, workspaceId }: Tenant): Promise<ReadonlyMap<string, string>> {
  const members = await db
    .selectFrom('members')
    .select(['id', 'email', 'name'])
    .where('workspaceId', '=', workspaceId)
    .where('removedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .execute()
  return new Map([
    ...members.map(member => [member.name.toLowerCase(), member.id] as const),
    ...members.map(member => [member.email.toLowerCase(), member.id] as const),
  ])
}

/** Ids of the members with one of these roles. */
export async function listMembersWith({ db, workspaceId }: Tenant, roles: readonly Role[]): Promise<string[]> {
  const members = db.selectFrom('members').select('id').where('workspaceId', '=', workspaceId)
  const found = await members.where('role', 'in', roles).where('removedAt', 'is', null).execute()
  return found.map(({ id }) => id)
}

/** All who belong to the workspace or did. */
export async function listPeople({
  db,
  workspaceId,
}: Tenant): Promise<{ name: string; email: string; role: string }[]> {
  return db.selectFrom('members').select(['name', 'email', 'role']).where('workspaceId', '=', workspaceId).execute()
}
