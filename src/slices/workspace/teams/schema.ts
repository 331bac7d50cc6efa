import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { lineOf, patchOf } from '../../../kernel/input.ts'
import { itemsOf } from '../../../kernel/page.ts'

export const team = z.object({ id, name: z.string(), memberIds: z.array(id), createdAt: z.string() })
export type Team = z.output<typeof team>

export const teamInput = z.strictObject({
  name: lineOf(80).min(1),
  memberIds: z.array(id).max(1000).default([]),
})
export type TeamInput = z.output<typeof teamInput>
export const teamPatch = patchOf(teamInput)
export type TeamPatch = z.output<typeof teamPatch>

const { get, create, patch, remove } = endpointsOf('teams', { read: 'teams:read', write: 'teams:manage' })

export const listTeams = get('/teams', 'List teams', { response: itemsOf(team) })
export const getTeam = get('/teams/{id}', 'Get a team', { response: team })
export const createTeam = create('/teams', 'Create a team', { body: teamInput, response: team })
export const changeTeam = patch('/teams/{id}', 'Rename a team or change who belongs to it', {
  body: teamPatch,
  response: team,
})
export const deleteTeam = remove('/teams/{id}', 'Delete a team that no record belongs to')
