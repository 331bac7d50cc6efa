import { handle } from '../../../platform/http/route.ts'
import { discardParked, retryParked } from './commands.ts'
import { countJobs, listParked } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  handle(schema.countJobs, ctx => countJobs(ctx)),
  handle(schema.listParked, (ctx, { query }) => listParked(ctx, query)),
  handle(schema.retryAllParked, async (ctx, { body }) => ({ count: await retryParked(ctx, body.ids) })),
  handle(schema.retryParked, async (ctx, { params }) => {
    await retryParked(ctx, [params.id])
  }),
  handle(schema.discardParked, (ctx, { params }) => discardParked(ctx, params.id)),
]
