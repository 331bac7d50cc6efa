import type { FastifyRequest } from 'fastify'
import type { App } from '../context.ts'
import type { Authentication } from '../http/authentication.ts'
import { readApiKey } from './api-key.ts'
import { readSession } from './session.ts'

/** Who sends `request`: the API key it carries, else the member whose session cookie it carries. */
export async function authenticate(app: App, request: FastifyRequest): Promise<Authentication | null> {
  const { authorization, cookie } = request.headers
  if (authorization === undefined) return readSession(app, cookie, app.clock.now())
  const [scheme, credentials] = authorization.split(' ')
  return scheme?.toLowerCase() === 'bearer' && credentials ? readApiKey(app, credentials, app.clock.now()) : null
}
