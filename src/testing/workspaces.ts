import { createHmac } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { newId, type WorkspaceId } from '../kernel/ids.ts'
import type { Permission, Role } from '../kernel/permissions.ts'
import { apiKeyPrefix, newApiKey } from '../platform/auth/api-key.ts'
import { authSecret } from '../platform/auth/auth-of.ts'
import { rightsChanged } from '../platform/auth/rights.ts'
import { sessionCookieName } from '../platform/auth/cookies.ts'
import type { App, Ctx } from '../platform/context.ts'
import { hashKey } from '../platform/crypto/hash.ts'
import { ApiClient } from './api-client.ts'

export interface TestWorkspace {
  id: WorkspaceId
  owner: ApiClient
  ownerId: string
  /** A signed-in member with a role, and their client. */
  aMember(role: Role, name?: string): Promise<{ id: string; client: ApiClient }>
  /** A key of the owner's, or of another member's. */
  anApiKey(scopes: string[], makerId?: string): Promise<ApiClient>
  /** Holds all of a role to their own records and those of their teams. */
  limit(...roles: Role[]): Promise<void>
  /** A context of the owner, for calling commands directly. */
  ctx(): Ctx
}

interface Settings {
  name?: string
  country?: string
  currency?: string
  timeZone?: string
}

export async function makeWorkspace(
  app: App,
  server: FastifyInstance,
  settings: Settings = {},
): Promise<TestWorkspace> {
  const workspaceId = newId() as WorkspaceId
  const workspace = { name: 'Acme', country: 'CZ', currency: 'EUR', timeZone: 'Europe/Prague', ...settings }
  await app.db
    .insertInto('workspaces')
    .values({ id: workspaceId, ...workspace })
    .execute()
  const owner = await makeMember(app, server, workspaceId, 'owner', 'Olga Owner')
  return {
    id: workspaceId,
    owner: owner.client,
    ownerId: owner.id,
    aMember: (role, name = `A ${role}`) => makeMember(app, server, workspaceId, role, name),
    anApiKey: (scopes, makerId = owner.id) => makeApiKey(app, server, workspaceId, makerId, scopes as Permission[]),
    async limit(...roles) {
      const recordRules = Object.fromEntries(roles.map(role => [role, 'team']))
      const settings = JSON.stringify({ recordRules })
      await app.db.updateTable('workspaces').set({ settings }).where('id', '=', workspaceId).execute()
      rightsChanged()
    },
    ctx: (): Ctx => ({
      app,
      db: app.db,
      workspaceId,
      workspace: { locale: 'en', isDemo: false, ...workspace },
      actor: {
        kind: 'member',
        id: owner.id,
        memberId: owner.id,
        userId: null,
        sessionId: null,
        name: 'Olga Owner',
        role: 'owner',
        teamIds: [],
        scopes: null,
        recordRule: 'all',
        locale: null,
        timeZone: null,
      },
      locale: 'en',
      requestId: 'test',
      address: null,
      now: () => app.clock.now(),
    }),
  }
}

async function makeMember(
  app: App,
  server: FastifyInstance,
  workspaceId: WorkspaceId,
  role: Role,
  name: string,
): Promise<{ id: string; client: ApiClient }> {
  const [id, userId, token] = [newId(), newId(), `token-${newId()}`]
  const email = `${userId}@example.test`
  const now = app.clock.now()
  await app.db.insertInto('users').values({ id: userId, name, email }).execute()
  await app.db.insertInto('members').values({ workspaceId, id, userId, name, email, role }).execute()
  await app.db
    .insertInto('sessions')
    .values({
      id: newId(),
      token,
      userId,
      workspaceId,
      createdAt: now,
      updatedAt: now,
      expiresAt: new Date(now.getTime() + 30 * 24 * 3600_000),
    })
    .execute()
  const signature = createHmac('sha256', authSecret(app)).update(token).digest('base64')
  const cookie = `${sessionCookieName(app.config.origin)}=${encodeURIComponent(`${token}.${signature}`)}`
  return { id, client: new ApiClient(server, { cookie }) }
}

async function makeApiKey(
  app: App,
  server: FastifyInstance,
  workspaceId: WorkspaceId,
  memberId: string,
  scopes: Permission[],
): Promise<ApiClient> {
  const [id, key] = [newId(), newApiKey()]
  await app.db
    .insertInto('apiKeys')
    .values({ workspaceId, id, name: 'A key', prefix: apiKeyPrefix(key), scopes, createdBy: memberId })
    .execute()
  await app.db
    .insertInto('apiKeyHashes')
    .values({ hash: hashKey(key), workspaceId, apiKeyId: id })
    .execute()
  return new ApiClient(server, { authorization: `Bearer ${key}` })
}
