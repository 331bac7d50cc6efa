import { handle } from '../../../platform/http/route.ts'
import { archiveField, changeField, createField, restoreField } from './commands.ts'
import { countUses, getDefinition, listDefinitions } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  handle(schema.listFields, async (ctx, { query }) => ({ items: await listDefinitions(ctx, query) })),
  handle(schema.createField, async (ctx, { body }) => getDefinition(ctx, (await createField(ctx, body)).id)),
  handle(schema.getField, (ctx, { params }) => getDefinition(ctx, params.id)),
  handle(schema.getFieldUses, async (ctx, { params }) => countUses(ctx, await getDefinition(ctx, params.id))),
  handle(schema.changeField, async (ctx, { params, body }) => {
    await changeField(ctx, params.id, body)
    return getDefinition(ctx, params.id)
  }),
  handle(schema.archiveField, (ctx, { params }) => archiveField(ctx, params.id)),
  handle(schema.restoreField, async (ctx, { params }) => {
    await restoreField(ctx, params.id)
    return getDefinition(ctx, params.id)
  }),
]
