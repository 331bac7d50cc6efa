import { route } from '../../../platform/http/route.ts'
import { changeSource, createSource, deleteSource, replaceKey } from './commands.ts'
import { getSource, listRecent, listRejections, listSources } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  route(schema.listSources, async ctx => ({ items: await listSources(ctx) })),
  route(schema.createSource, async (ctx, { body }) => getSource(ctx, await createSource(ctx, body))),
  route(schema.getSource, (ctx, { params }) => getSource(ctx, params.id)),
  route(schema.changeSource, async (ctx, { params, body }) => {
    await changeSource(ctx, params.id, body)
    return getSource(ctx, params.id)
  }),
  route(schema.deleteSource, (ctx, { params }) => deleteSource(ctx, params.id)),
  route(schema.rotateKey, async (ctx, { params }) => {
    await replaceKey(ctx, params.id)
    return getSource(ctx, params.id)
  }),
  route(schema.listRejections, (ctx, { params, query }) => listRejections(ctx, params.id, query)),
  route(schema.listRecent, async (ctx, { params }) => ({ items: await listRecent(ctx, params.id) })),
]
