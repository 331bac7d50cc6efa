import { route } from '../../../platform/http/route.ts'
import { setRecordRules } from './commands.ts'
import { getRoles } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  route(schema.getRoles, ctx => getRoles(ctx)),
  route(schema.setRecordRules, async (ctx, { body }) => {
    await setRecordRules(ctx, body)
    return getRoles(ctx)
  }),
]
