import { route, settingsRoute } from '../../../platform/http/route.ts'
import { setRecordRules } from './commands.ts'
import { getRoles } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  route(schema.getRoles, ctx => getRoles(ctx)),
  settingsRoute(schema.setRecordRules, setRecordRules, getRoles),
]
