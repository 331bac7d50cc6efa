import { commandRoute, route } from '../../../platform/http/route.ts'
import { changeSource, createSource, deleteSource, replaceKey } from './commands.ts'
import { getSource, listRecent, listRejections, listSources } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  route(schema.listSources, async ctx => ({ items: await listSources(ctx) })),
  route(schema.createSource, async (ctx, { body }) => getSource(ctx, await createSource(ctx, body))),
  route(schema.getSource, (ctx, { params }) => getSource(ctx, params.id)),
  commandRoute(schema.changeSource, changeSource, getSource),
  route(schema.deleteSource, (ctx, { params }) => deleteSource(ctx, params.id)),
  commandRoute(schema.rotateKey, replaceKey, getSource),
  route(schema.listRejections, (ctx, { params, query }) => listRejections(ctx, params.id, query)),
  route(schema.listRecent, async (ctx, { params }) => ({ items: await listRecent(ctx, params.id) })),
]
