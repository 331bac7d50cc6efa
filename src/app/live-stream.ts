import type { FastifyInstance } from 'fastify'
import { AppError } from '../kernel/errors.ts'
import { defineText } from '../kernel/messages.ts'
import { authenticate } from '../platform/auth/authenticate.ts'
import type { App } from '../platform/context.ts'
import { apiPrefix } from '../platform/http/server.ts'

const signIn = defineText('app.live-stream.signIn', 'Sign in first.')

const heartbeatEvery = 20_000
/** How long a removed member may go on listening. */
const recheckEvery = 1000

/**
 * `GET /api/v1/live`: server-sent events of what happens in the caller's own workspace. `change` tells what changed,
 * `open` (as a browser's own does after it connected again) that changes may have been missed.
 */
export function liveStream(server: FastifyInstance, app: App): void {
  const open = new Set<() => void>()
  server.addHook('preClose', async () => {
    for (const end of open) end()
  })
  server.get(`${apiPrefix}/live`, async (request, reply) => {
    const known = await authenticate(app, request)
    if (known === null) throw new AppError('unauthenticated', signIn)
    reply.hijack()
    const { raw } = reply
    // Its connection ends with the stream: one kept for a next request would hold up the closing of the server.
    raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      connection: 'close',
    })
    raw.write('retry: 500\n\n')
    const send = (event: string, data: object) => raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    const unsubscribe = app.live.subscribe(
      known.workspaceId,
      ({ kinds, ids }) => send('change', { kinds, ids }),
      () => send('open', {}),
    )
    const heartbeat = setInterval(() => raw.write(': \n\n'), heartbeatEvery)
    const recheck = setInterval(() => {
      authenticate(app, request).then(
        still => {
          if (still?.workspaceId !== known.workspaceId) end()
        },
        () => {},
      )
    }, recheckEvery)
    const end = () => {
      clearInterval(heartbeat)
      clearInterval(recheck)
      unsubscribe()
      open.delete(end)
      raw.end()
    }
    open.add(end)
    request.raw.on('close', end)
  })
}
