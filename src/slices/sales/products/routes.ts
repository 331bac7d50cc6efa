import { route } from '../../../platform/http/route.ts'
import { recordRoutes } from '../../../platform/record/routes.ts'
import { pictureRoutes } from '../../customers/files/public.ts'
import { changeCategory, createCategory, listCategories, removeCategory } from './categories.ts'
import { productCommands } from './commands.ts'
import { getSales, productQueries } from './queries.ts'
import { productRecord } from './record.ts'
import * as schema from './schema.ts'

const product = { ...productCommands, ...productQueries }

export const routes = [
  ...recordRoutes(productRecord, schema.productEndpoints, product),
  ...pictureRoutes(schema.productPicture, product),
  route(schema.getSales, (ctx, { params }) => getSales(ctx, params.id)),
  route(schema.listCategories, async ({ db, workspaceId }) => ({ items: await listCategories({ db, workspaceId }) })),
  route(schema.createCategory, (ctx, { body }) => createCategory(ctx, body.name, body.parentId ?? null)),
  route(schema.changeCategory, (ctx, { params, body }) => changeCategory(ctx, params.id, body)),
  route(schema.removeCategory, (ctx, { params }) => removeCategory(ctx, params.id)),
]
