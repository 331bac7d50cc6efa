import { notFound } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { instanceRoute, route } from '../../../platform/http/route.ts'
import { removeDemo } from './commands/remove-demo.ts'
import { getDemo } from './queries.ts'
import * as schema from './schema.ts'
import { findDemoSignIn, requireOnThisMachine } from './sign-in.ts'

const words = defineMessages('demo.routes', {
  noDemo: 'There is no demo sign-in here.',
})

export const routes = [
  route(schema.getDemo, ctx => getDemo(ctx)),
  route(schema.removeDemo, ctx => removeDemo(ctx)),
  instanceRoute(schema.getDemoSignIn, async (app, { request, reply }) => {
    const { host, origin, trustProxy } = app.config
    const { forwarded, 'x-forwarded-for': forwardedFor, via } = request.headers
    const wasForwarded = forwarded !== undefined || forwardedFor !== undefined || via !== undefined
    const peer = request.socket.remoteAddress ?? ''
    requireOnThisMachine({
      host,
      origin,
      trustsProxy: trustProxy !== false,
      peer,
      hostHeader: request.headers.host,
      wasForwarded,
    })
    const found = await findDemoSignIn(app)
    if (found === null) throw notFound(say(words, 'noDemo'))
    reply.header('cache-control', 'no-store')
    return found
  }),
]
