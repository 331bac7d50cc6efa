import { handle } from '../../../platform/http/route.ts'
import { setRecordRules } from './commands.ts'
import { getRoles } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  handle(schema.getRoles, ctx => getRoles(ctx)),
  handle(schema.setRecordRules, async (ctx, { body }) => {
    await setRecordRules(ctx, body)
    return getRoles(ctx)
  }),
]
