import type { FastifyRequest } from 'fastify'
import type { App } from '../context.ts'
import { rightsVersion } from './rights.ts'
import type { Authentication } from '../http/authentication.ts'
import { readApiKey } from './api-key.ts'
import { recall, remember } from './recent.ts'
import { readSession } from './session.ts'

/** Who sends `request`: the API key it carries, else the member whose session cookie it carries. */
export async function authenticate(app: App, request: FastifyRequest): Promise<Authentication | null> {
  const { authorization, cookie } = request.headers
  const credentials = authorization ?? cookie
  if (credentials === undefined) return null
  const recent = recall(app, credentials)
  if (recent !== undefined) return recent
  const version = rightsVersion()
  const known =
    authorization === undefined ? await readSession(app, cookie, app.clock.now()) : await readBearer(app, authorization)
  if (known !== null) remember(app, credentials, known, version)
  return known
}

async function readBearer(app: App, authorization: string): Promise<Authentication | null> {
  const [scheme, key] = authorization.split(' ')
  return scheme?.toLowerCase() === 'bearer' && key ? readApiKey(app, key, app.clock.now()) : null
}
