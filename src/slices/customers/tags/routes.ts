import { handle } from '../../../platform/http/route.ts'
import { changeTag, createTag, deleteTag } from './commands.ts'
import { getTag, listTags } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  handle(schema.listTags, (ctx, { query }) => listTags(ctx, query)),
  handle(schema.createTag, async (ctx, { body }) => getTag(ctx, await createTag(ctx, body))),
  handle(schema.getTag, (ctx, { params }) => getTag(ctx, params.id)),
  handle(schema.changeTag, async (ctx, { params, body }) => {
    await changeTag(ctx, params.id, body)
    return getTag(ctx, params.id)
  }),
  handle(schema.deleteTag, (ctx, { params }) => deleteTag(ctx, params.id)),
]
