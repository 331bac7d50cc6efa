import type { RawBuilder, Selectable } from 'kysely'
import type { Tenant } from '../../../platform/db/database.ts'
import { joinById, nameById } from '../../../platform/db/join.ts'
import { isRow } from '../../../platform/db/row.ts'
import type { Members } from '../../../platform/db/tables.gen.ts'

/** Joins as `as` the member whose id is in the column `of`, whether they still belong to the workspace or not. */
export function joinMember(of: string, as = 'm'): RawBuilder<unknown> {
  return joinById('members', of, as)
}

const profile = ['id', 'name', 'email', 'role', 'jobTitle', 'locale', 'timeZone', 'avatarFileId'] as const

/** A member who belongs to the workspace now. */
export async function findMember(
  { db, workspaceId }: Tenant,
  id: string,
): Promise<Pick<Selectable<Members>, (typeof profile)[number]> | undefined> {
  const member = db.selectFrom('members').select(profile).where(isRow(workspaceId, id))
  return member.where('removedAt', 'is', null).executeTakeFirst()
}

/** The file with the picture of somebody who belongs to the workspace or did; locked in a transaction. */
export async function findAvatar({ db, workspaceId }: Tenant, id: string): Promise<string | null> {
  const member = db.selectFrom('members').select('avatarFileId').where('workspaceId', '=', workspaceId)
  const found = member.where('id', '=', id).$if(db.isTransaction, query => query.forUpdate())
  return (await found.executeTakeFirst())?.avatarFileId ?? null
}

/** The name of the member whose id is in the column `of`. */
export function memberName(of: string): RawBuilder<string | null> {
  return nameById('members', of)
}
