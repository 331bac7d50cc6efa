import { sql, type RawBuilder } from 'kysely'
import { unsaved } from '../../../kernel/errors.ts'
import { rightsChanged } from '../../../platform/auth/rights.ts'
import { defineText } from '../../../kernel/messages.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import { requireMembers } from '../../../platform/auth/memberships.ts'
import { deleteRows, findRows, insertAll } from '../../../platform/db/row.ts'
import { nameById, workspaceOf } from '../../../platform/db/join.ts'

const noTeam = defineText('teams.store.noTeam', 'There is no such team.')

/** Throws `unprocessable` unless all these teams are the workspace's. */
export async function requireTeams(tenant: Tenant, ids: string[]): Promise<void> {
  const wanted = [...new Set(ids)]
  const found = await findRows(tenant, 'teams', ['id'], { id: wanted })
  if (found.length < wanted.length) throw unsaved('unprocessable', 'teamIds', noTeam)
}

/** Makes these the only teams of the member. */
export async function setTeamsOf(tenant: Tenant, memberId: string, teamIds: string[]): Promise<void> {
  await requireTeams(tenant, teamIds)
  await deleteRows(tenant, 'teamMembers', { memberId })
  const rows = [...new Set(teamIds)].map(teamId => ({ teamId, memberId }))
  await insertAll(tenant, 'teamMembers', rows)
  rightsChanged(tenant.db)
}

/** Makes these the only members of the team. */
export async function setMembersOf(tenant: Tenant, teamId: string, memberIds: string[]): Promise<void> {
  await requireMembers(tenant, memberIds, 'memberIds')
  await deleteRows(tenant, 'teamMembers', { teamId })
  const rows = [...new Set(memberIds)].map(memberId => ({ teamId, memberId }))
  await insertAll(tenant, 'teamMembers', rows)
  rightsChanged(tenant.db)
}

/** Puts the member into those of `teamIds` that still exist. */
export async function joinTeams(tenant: Tenant, memberId: string, teamIds: string[]): Promise<void> {
  const there = await findRows(tenant, 'teams', ['id'], { id: teamIds })
  const rows = there.map(({ id: teamId }) => ({ teamId, memberId }))
  await insertAll(tenant, 'teamMembers', rows)
  rightsChanged(tenant.db)
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
