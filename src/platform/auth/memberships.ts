import { sql, type RawBuilder } from 'kysely'
import { unsaved } from '../../kernel/errors.ts'
import type { WorkspaceId } from '../../kernel/ids.ts'
import { defineText } from '../../kernel/messages.ts'
import type { Db, Tenant } from '../db/database.ts'
import { acrossWorkspaces } from '../db/guard/guard.ts'
import { findRows } from '../db/row.ts'

const noMember = defineText('platform.memberships.noMember', 'There is no such member of this workspace.')

export interface Membership {
  workspaceId: WorkspaceId
  workspaceName: string
  isDemo: boolean
  memberId: string
  /** The member's own language, else the workspace's. */
  locale: string
}

/** All workspaces a person belongs to, the first they joined first. */
export async function listMemberships(db: Db, by: { userId: string } | { email: string }): Promise<Membership[]> {
  const person = 'userId' in by ? sql`u.id = ${by.userId}` : sql`u.email = ${by.email}`
  const statement = sql<Membership>`${sql.raw(acrossWorkspaces)}
    select w.id as workspace_id, w.name as workspace_name, w.is_demo, m.id as member_id,
      coalesce(m.locale, w.locale) as locale
    from users u join members m on m.user_id = u.id and m.removed_at is null join workspaces w on w.id = m.workspace_id
    where ${person} order by m.created_at, w.id`
  const { rows } = await statement.execute(db)
  return rows
}

/** Throws `unprocessable`, with the field at fault, unless all of these are members, whom nobody removes before the transaction ends. */
export async function requireMembers(tenant: Tenant, ids: readonly string[], path: string): Promise<void> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  const lock = sql`order by id for share`
  const found = await findRows(tenant, 'members', ['id'], { id: wanted, removedAt: null }, lock)
  if (found.length < wanted.length) throw unsaved('unprocessable', path, noMember)
}

/** This id, or null where it is nobody who is a member now. */
export function memberNow(workspaceId: WorkspaceId, given: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql`(select m.id from members m where m.workspace_id = ${workspaceId} and m.id = ${given} and m.removed_at is null)`
}
