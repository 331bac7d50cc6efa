import { route } from '../../../platform/http/route.ts'
import { search } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  route(schema.search, async (ctx, { query }) => ({ groups: await search(ctx, query.q, query.limit) })),
]
