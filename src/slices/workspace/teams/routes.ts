import { handle } from '../../../platform/http/route.ts'
import { changeTeam, createTeam, deleteTeam } from './commands.ts'
import { getTeam, listTeams } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  handle(schema.listTeams, async ctx => ({ items: await listTeams(ctx) })),
  handle(schema.getTeam, (ctx, { params }) => getTeam(ctx, params.id)),
  handle(schema.createTeam, async (ctx, { body }) => getTeam(ctx, await createTeam(ctx, body))),
  handle(schema.changeTeam, async (ctx, { params, body }) => {
    await changeTeam(ctx, params.id, body)
    return getTeam(ctx, params.id)
  }),
  handle(schema.deleteTeam, (ctx, { params }) => deleteTeam(ctx, params.id)),
]
