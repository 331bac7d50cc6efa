import { randomInt } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import type { WorkspaceId } from '../../kernel/ids.ts'
import { isAtLeast, type Permission } from '../../kernel/permissions.ts'
import type { App } from '../context.ts'
import { hashKey } from '../crypto/hash.ts'
import { updateRows } from '../db/row.ts'
import type { Authentication } from '../http/authentication.ts'
import { actorColumns, type ActorRow, toActor, toWorkspace } from './actor-row.ts'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const form = /^rk_[0-9A-Za-z]{32,64}$/

/** A new key: `rk_` and 40 random letters and digits (238 bits), so that a fast hash is enough to keep it. */
export function newApiKey(): string {
  return `rk_${Array.from({ length: 40 }, () => alphabet[randomInt(alphabet.length)]).join('')}`
}

/** What of a key may be shown again, so that its owner recognises it. */
export function apiKeyPrefix(key: string): string {
  return key.slice(0, 8)
}

interface ApiKeyRow extends ActorRow {
  api_key_id: string
  api_key_name: string
  scopes: Permission[]
  last_used_at: Date | null
}

const query = `select k.id as api_key_id, k.name as api_key_name, k.scopes, k.last_used_at, ${actorColumns}
  from api_key_hashes h
  join workspaces w on w.id = h.workspace_id
  join api_keys k on k.workspace_id = h.workspace_id and k.id = h.api_key_id
  join members m on m.workspace_id = h.workspace_id and m.id = k.created_by and m.removed_at is null
  where h.hash = $1 and k.revoked_at is null and (k.expires_at is null or k.expires_at > $2)`

/**
 * The workspace and the rights of an API key, or null when it is unknown, revoked, expired or its maker was removed. A
 * key never may more than its maker may now.
 */
export async function readApiKey(app: App, bearer: string, now: Date): Promise<Authentication | null> {
  if (!form.test(bearer)) return null
  const { rows } = await app.db
    .withoutPlugins()
    .executeQuery(CompiledQuery.raw(query, [hashKey(bearer), now]) as CompiledQuery<ApiKeyRow>)
  const row = rows[0]
  if (row === undefined) return null
  await noteUse(app, row, now)
  const scopes = new Set(row.scopes.filter(scope => isHeld(app, row, scope)))
  const actor = {
    ...toActor(row),
    kind: 'api-key' as const,
    id: row.api_key_id,
    name: row.api_key_name,
    userId: null,
    sessionId: null,
    scopes,
  }
  return { workspaceId: row.workspace_id as WorkspaceId, workspace: toWorkspace(row), actor }
}

function isHeld(app: App, row: ApiKeyRow, scope: Permission): boolean {
  const least = app.permissions.get(scope)
  return least !== undefined && isAtLeast(row.role, least)
}

async function noteUse(app: App, row: ApiKeyRow, now: Date): Promise<void> {
  if (row.last_used_at !== null && now.getTime() - row.last_used_at.getTime() < 60_000) return
  const workspaceId = row.workspace_id as WorkspaceId
  await updateRows({ db: app.db, workspaceId }, 'apiKeys', row.api_key_id, { lastUsedAt: now })
}
