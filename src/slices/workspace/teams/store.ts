import { sql } from 'kysely'
import { unsaved } from '../../../kernel/errors.ts'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import { rightsChanged } from '../../../platform/auth/rights.ts'
import type { Text } from '../../../kernel/message-params.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { Db } from '../../../platform/db/database.ts'

const words = defineMessages('teams.store', {
  noTeam: 'There is no such team.',
  noMember: 'There is no such member.',
})

/** Throws `unprocessable` unless all these teams are the workspace's. */
export async function requireTeams(db: Db, workspaceId: WorkspaceId, ids: string[]): Promise<void> {
  await requireAll(db, 'teams', workspaceId, ids, 'teamIds', say(words, 'noTeam'))
}

/** Throws `unprocessable` unless all these are members of the workspace now. */
export async function requireMembers(db: Db, workspaceId: WorkspaceId, ids: string[]): Promise<void> {
  await requireAll(db, 'members', workspaceId, ids, 'memberIds', say(words, 'noMember'))
}

async function requireAll(
  db: Db,
  table: 'teams' | 'members',
  workspaceId: WorkspaceId,
  ids: string[],
  path: string,
  missing: Text,
): Promise<void> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  const alive = table === 'members' ? sql`and removed_at is null` : sql``
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(table)} where workspace_id = ${workspaceId} and id = any(${wanted}::uuid[]) ${alive}`.execute(
    db,
  )
  if (rows[0]!.count < wanted.length) throw unsaved('unprocessable', path, missing)
}

/** Makes these the only teams of the member. */
export async function setTeamsOf(tx: Db, workspaceId: WorkspaceId, memberId: string, teamIds: string[]): Promise<void> {
  await requireTeams(tx, workspaceId, teamIds)
  await tx.deleteFrom('teamMembers').where('workspaceId', '=', workspaceId).where('memberId', '=', memberId).execute()
  await insert(
    tx,
    [...new Set(teamIds)].map(teamId => ({ workspaceId, teamId, memberId })),
  )
  rightsChanged(tx)
}

/** Makes these the only members of the team. */
export async function setMembersOf(
  tx: Db,
  workspaceId: WorkspaceId,
  teamId: string,
  memberIds: string[],
): Promise<void> {
  await requireMembers(tx, workspaceId, memberIds)
  await tx.deleteFrom('teamMembers').where('workspaceId', '=', workspaceId).where('teamId', '=', teamId).execute()
  await insert(
    tx,
    [...new Set(memberIds)].map(memberId => ({ workspaceId, teamId, memberId })),
  )
  rightsChanged(tx)
}

async function insert(tx: Db, rows: { workspaceId: string; teamId: string; memberId: string }[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('teamMembers').values(rows).execute()
}

/** Puts the member into those of `teamIds` that still exist. */
export async function joinTeams(tx: Db, workspaceId: WorkspaceId, memberId: string, teamIds: string[]): Promise<void> {
  await sql`insert into team_members (workspace_id, team_id, member_id)
    select t.workspace_id, t.id, ${memberId}::uuid from teams t where t.workspace_id = ${workspaceId} and t.id = any(${teamIds}::uuid[])`.execute(
    tx,
  )
  rightsChanged(tx)
}
