import { route } from '../../../platform/http/route.ts'
import { discardParked, retryParked } from './commands.ts'
import { countJobs, listParked } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  route(schema.countJobs, ctx => countJobs(ctx)),
  route(schema.listParked, (ctx, { query }) => listParked(ctx, query)),
  route(schema.retryAllParked, async (ctx, { body }) => ({ count: await retryParked(ctx, body.ids) })),
  route(schema.retryParked, async (ctx, { params }) => {
    await retryParked(ctx, [params.id])
  }),
  route(schema.discardParked, (ctx, { params }) => discardParked(ctx, params.id)),
]
