import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { lineOf } from '../../../kernel/input.ts'

const name = lineOf(80).min(1)

export const team = z.object({ id, name: z.string(), memberIds: z.array(id), createdAt: z.string() })
export type Team = z.output<typeof team>

export const teamInput = z.strictObject({ name, memberIds: z.array(id).max(1000).default([]) })
export type TeamInput = z.output<typeof teamInput>
export const teamPatch = z.strictObject({ name: name.optional(), memberIds: z.array(id).max(1000).optional() })
export type TeamPatch = z.output<typeof teamPatch>

const one = z.object({ id })
const tag = 'teams'

export const listTeams = endpoint({
  method: 'GET',
  path: '/teams',
  access: 'teams:read',
  tag,
  summary: 'List teams',
  response: z.object({ items: z.array(team) }),
})
export const getTeam = endpoint({
  method: 'GET',
  path: '/teams/{id}',
  access: 'teams:read',
  tag,
  summary: 'Get a team',
  params: one,
  response: team,
})
export const createTeam = endpoint({
  method: 'POST',
  path: '/teams',
  access: 'teams:manage',
  tag,
  summary: 'Create a team',
  body: teamInput,
  response: team,
  status: 201,
})
export const changeTeam = endpoint({
  method: 'PATCH',
  path: '/teams/{id}',
  access: 'teams:manage',
  tag,
  summary: 'Rename a team or change who belongs to it',
  params: one,
  body: teamPatch,
  response: team,
})
export const deleteTeam = endpoint({
  method: 'DELETE',
  path: '/teams/{id}',
  access: 'teams:manage',
  tag,
  summary: 'Delete a team that no record belongs to',
  params: one,
})
