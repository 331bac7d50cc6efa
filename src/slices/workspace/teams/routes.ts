import { commandRoute, route } from '../../../platform/http/route.ts'
import { changeTeam, createTeam, deleteTeam } from './commands.ts'
import { getTeam, listTeams } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  route(schema.listTeams, async ctx => ({ items: await listTeams(ctx) })),
  route(schema.getTeam, (ctx, { params }) => getTeam(ctx, params.id)),
  route(schema.createTeam, async (ctx, { body }) => getTeam(ctx, await createTeam(ctx, body))),
  commandRoute(schema.changeTeam, changeTeam, getTeam),
  route(schema.deleteTeam, (ctx, { params }) => deleteTeam(ctx, params.id)),
]
