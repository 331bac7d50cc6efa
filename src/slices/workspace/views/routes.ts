import { commandRoute, route } from '../../../platform/http/route.ts'
import { changeView, createView, deleteView } from './commands.ts'
import { getView, listViews } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  route(schema.listViews, async (ctx, { query }) => ({ items: await listViews(ctx, query) })),
  route(schema.createView, async (ctx, { body }) => getView(ctx, await createView(ctx, body))),
  commandRoute(schema.changeView, changeView, getView),
  route(schema.deleteView, (ctx, { params }) => deleteView(ctx, params.id)),
]
