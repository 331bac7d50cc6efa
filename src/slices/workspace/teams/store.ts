import { sql, type RawBuilder } from 'kysely'
import { unsaved } from '../../../kernel/errors.ts'
import { rightsChanged } from '../../../platform/auth/rights.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { Db, Tenant } from '../../../platform/db/database.ts'
import { requireMembers } from '../../../platform/auth/memberships.ts'
import { nameById, workspaceOf } from '../../../platform/db/join.ts'

const words = defineMessages('teams.store', {
  noTeam: 'There is no such team.',
})

/** Throws `unprocessable` unless all these teams are the workspace's. */
export async function requireTeams({ db, workspaceId }: Tenant, ids: string[]): Promise<void> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  const teams = db.selectFrom('teams').select('id').where('workspaceId', '=', workspaceId)
  const found = await teams.where('id', 'in', wanted).execute()
  if (found.length < wanted.length) throw unsaved('unprocessable', 'teamIds', say(words, 'noTeam'))
}

/** Makes these the only teams of the member. */
export async function setTeamsOf(tenant: Tenant, memberId: string, teamIds: string[]): Promise<void> {
  await requireTeams(tenant, teamIds)
  await tenant.db
    .deleteFrom('teamMembers')
    .where('workspaceId', '=', tenant.workspaceId)
    .where('memberId', '=', memberId)
    .execute()
  await insert(
    tenant.db,
    [...new Set(teamIds)].map(teamId => ({ workspaceId: tenant.workspaceId, teamId, memberId })),
  )
  rightsChanged(tenant.db)
}

/** Makes these the only members of the team. */
export async function setMembersOf(tenant: Tenant, teamId: string, memberIds: string[]): Promise<void> {
  await requireMembers(tenant, memberIds, 'memberIds')
  await tenant.db
    .deleteFrom('teamMembers')
    .where('workspaceId', '=', tenant.workspaceId)
    .where('teamId', '=', teamId)
    .execute()
  await insert(
    tenant.db,
    [...new Set(memberIds)].map(memberId => ({ workspaceId: tenant.workspaceId, teamId, memberId })),
  )
  rightsChanged(tenant.db)
}

async function insert(tx: Db, rows: { workspaceId: string; teamId: string; memberId: string }[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('teamMembers').values(rows).execute()
}

/** Puts the member into those of `teamIds` that still exist. */
export async function joinTeams({ db, workspaceId }: Tenant, memberId: string, teamIds: string[]): Promise<void> {
  await sql`insert into team_members (workspace_id, team_id, member_id)
    select t.workspace_id, t.id, ${memberId}::uuid from teams t where t.workspace_id = ${workspaceId} and t.id = any(${teamIds}::uuid[])`.execute(
    db,
  )
  rightsChanged(db)
}

/** The name of the team whose id is in the column `of`. */
export function teamName(of: string): RawBuilder<string | null> {
  return nameById('teams', of)
}

/** The ids of the teams of the member whose id is in the column `of`. */
export function teamIdsOf(of: string): RawBuilder<string[]> {
  return sql.raw(`array(select t.team_id from team_members t
    where t.workspace_id = ${workspaceOf(of)} and t.member_id = ${of} order by t.team_id)`)
}
