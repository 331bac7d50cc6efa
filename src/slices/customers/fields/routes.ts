import { commandRoute, route } from '../../../platform/http/route.ts'
import { archiveField, changeField, createField, restoreField } from './commands.ts'
import { countUses, getDefinition, listDefinitions } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  route(schema.listFields, async (ctx, { query }) => ({ items: await listDefinitions(ctx, query) })),
  route(schema.createField, async (ctx, { body }) => getDefinition(ctx, (await createField(ctx, body)).id)),
  route(schema.getField, (ctx, { params }) => getDefinition(ctx, params.id)),
  route(schema.getFieldUses, async (ctx, { params }) => countUses(ctx, await getDefinition(ctx, params.id))),
  commandRoute(schema.changeField, changeField, getDefinition),
  route(schema.archiveField, (ctx, { params }) => archiveField(ctx, params.id)),
  commandRoute(schema.restoreField, restoreField, getDefinition),
]
