import { sql } from 'kysely'
import { defineAbsence } from '../../../kernel/errors.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Team } from './schema.ts'

export const noTeam = defineAbsence('teams.no-team', 'team')

export async function listTeams(ctx: Ctx, id: string | null = null): Promise<Team[]> {
  const { rows } = await sql<Team>`
    select t.id, t.name, t.created_at,
      array(select tm.member_id from team_members tm where tm.workspace_id = t.workspace_id and tm.team_id = t.id order by tm.member_id) as member_ids
    from teams t where t.workspace_id = ${ctx.workspaceId} and (${id}::uuid is null or t.id = ${id}::uuid)
    order by lower(t.name), t.id limit 1000`.execute(ctx.db)
  return rows
}

export async function getTeam(ctx: Ctx, id: string): Promise<Team> {
  const [found] = await listTeams(ctx, id)
  return noTeam.unless(found)
}
