import { route } from '../../../platform/http/route.ts'
import { changeView, createView, deleteView } from './commands.ts'
import { getView, listViews } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  route(schema.listViews, async (ctx, { query }) => ({ items: await listViews(ctx, query) })),
  route(schema.createView, async (ctx, { body }) => getView(ctx, await createView(ctx, body))),
  route(schema.changeView, async (ctx, { params, body }) => {
    await changeView(ctx, params.id, body)
    return getView(ctx, params.id)
  }),
  route(schema.deleteView, (ctx, { params }) => deleteView(ctx, params.id)),
]
