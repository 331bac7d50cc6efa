import { commandRoute, route } from '../../../platform/http/route.ts'
import { changeTag, createTag, deleteTag } from './commands.ts'
import { getTag, listTags } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  route(schema.listTags, (ctx, { query }) => listTags(ctx, query)),
  route(schema.createTag, async (ctx, { body }) => getTag(ctx, await createTag(ctx, body))),
  route(schema.getTag, (ctx, { params }) => getTag(ctx, params.id)),
  commandRoute(schema.changeTag, changeTag, getTag),
  route(schema.deleteTag, (ctx, { params }) => deleteTag(ctx, params.id)),
]
