import { instanceRoute, route } from '../../../platform/http/route.ts'
import { removeDemo } from './commands/remove-demo.ts'
import { getDemo } from './queries.ts'
import * as schema from './schema.ts'
import { findDemoSignIn, noDemoSignIn, requireOnThisMachine } from './sign-in.ts'

export const routes = [
  route(schema.getDemo, ctx => getDemo(ctx)),
  route(schema.removeDemo, ctx => removeDemo(ctx)),
  instanceRoute(schema.getDemoSignIn, async (app, { request, reply }) => {
    requireOnThisMachine(app.config, request)
    const found = await findDemoSignIn(app)
    if (found === null) throw noDemoSignIn()
    reply.header('cache-control', 'no-store')
    return found
  }),
]
