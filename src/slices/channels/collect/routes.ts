import { handle } from '../../../platform/http/route.ts'
import { changeSource, createSource, deleteSource, replaceKey } from './commands.ts'
import { getSource, listRecent, listRejections, listSources } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  handle(schema.listSources, async ctx => ({ items: await listSources(ctx) })),
  handle(schema.createSource, async (ctx, { body }) => getSource(ctx, await createSource(ctx, body))),
  handle(schema.getSource, (ctx, { params }) => getSource(ctx, params.id)),
  handle(schema.changeSource, async (ctx, { params, body }) => {
    await changeSource(ctx, params.id, body)
    return getSource(ctx, params.id)
  }),
  handle(schema.deleteSource, (ctx, { params }) => deleteSource(ctx, params.id)),
  handle(schema.rotateKey, async (ctx, { params }) => {
    await replaceKey(ctx, params.id)
    return getSource(ctx, params.id)
  }),
  handle(schema.listRejections, (ctx, { params, query }) => listRejections(ctx, params.id, query)),
  handle(schema.listRecent, async (ctx, { params }) => ({ items: await listRecent(ctx, params.id) })),
]
